import { kindTexts } from '../../../../src/i18n/observation-words.js';
import type { TextKey } from '../../../../src/i18n/texts.js';
import { enumText, type Words } from '../../../../src/i18n/words.js';
import type { ObservationTerms } from '../../../../src/model/observation-terms.js';
import type { ObservationKind } from '../../../../src/model/observation.js';
import { html, type Html } from '../html.js';
import { languageOf, link, spoken } from '../marked.js';
import type { FormSubject } from './form-subject.js';
import type { PaperSpeaker } from './paper-words.js';
import { qrCode } from './qr-code.js';

export interface PaperForm {
  readonly words: Words;
  readonly paper: PaperSpeaker;
  readonly terms: ObservationTerms;
  readonly subject: FormSubject;
  /** The form on the screen. */
  readonly online: string;
  /** The short name of what the form is about, and the whole address with it. */
  readonly code: string;
  readonly address: string;
}

const kindHints: Readonly<Record<ObservationKind, TextKey>> = {
  remark: 'observation-form.kind.remark',
  amendment: 'observation-form.kind.amendment',
  proposal: 'observation-form.kind.proposal',
};

/** How many lines there are to write on. */
const linesFor = { title: 1, text: 12, place: 1, part: 1 } as const;

/** Letters that a hand writes on one line. */
const lettersOnLine = 55;

/** Lines for other words in the place of these: room for somewhat more, and no more than a page holds. */
const linesForWording = (words: string): number => Math.min(18, Math.max(4, Math.ceil(words.length / lettersOnLine) + 2));

/** The questions of the form on a sheet of paper, with all that whoever fills it in has to know: nobody needs a screen to take part. */
export function paperForm(form: PaperForm): Html {
  const { words, paper, terms, online } = form;
  const { t, locale, formats } = words;
  const { process, privacy, next, by } = terms;
  const status = terms.status.value;
  if (status !== 'open') {
    const [title, text] =
      status === 'closed'
        ? [t('observation-form.closed.title'), t('observation-form.closed.text')]
        : [t('observation-form.soon.title'), t('observation-form.soon.text')];
    return html`<h1>${paper('title')}</h1>
      <p>${spoken(process.title, locale)}</p>
      <p><strong>${title}</strong> ${text}</p>`;
  }
  return html`<div class="paper" lang="${locale}">
    <h1>${paper('title')}</h1>
    <p class="on-screen">${paper('print')} ${link(online, paper('online'))}</p>
    <p>${paper('how')} ${t('observation-form.text.hint')}</p>
    ${aboutOf(form)} ${questionsOf(form)}
    <section class="told">
      <p><strong>${t('observation-form.public.title')}</strong> ${spoken(privacy.published, locale)} ${paper('no-nickname')}</p>
      <p><strong>${t('observation-form.public.kept')}</strong> ${spoken(privacy.kept, locale)}</p>
      <p><strong>${t('observation-form.public.erasure')}</strong> ${spoken(privacy.erasure, locale)}</p>
      <p>
        <strong>${t('observation-form.next.title')}</strong> ${spoken(next, locale)}
        ${by !== undefined && t('observation-form.next.by', { date: formats.date(by, process.timeZone) })} ${paper('number')}
      </p>
      <p><strong>${paper('hand-in')}</strong> ${spoken(process.contact ?? process.administration, locale)}</p>
    </section>
    ${footOf(form)}
  </div>`;
}

function aboutOf({ words: { t, locale }, paper, terms, subject }: PaperForm): Html {
  const { name, passage, words: wording, wordsLang } = subject;
  return html`<section>
    <p>
      <strong>${t('observation-form.about')}</strong> ${spoken(terms.process.title, locale)}
      ${
        subject.title &&
        html`<br />
          ${spoken(subject.title, locale)}`
      }
    </p>
    ${
      passage === undefined
        ? html`<h2>${t('observation-form.where.label')}</h2>
            <p>${paper('part')}</p>
            ${lines(linesFor.part)}`
        : html`<h2${languageOf(wordsLang, locale)}>${name}</h2>
            <blockquote${languageOf(wordsLang, locale)}>
              ${(wording ?? '').split('\n').map(line => html`<p>${line}</p>`)}
            </blockquote>`
    }
  </section>`;
}

function questionsOf({ words, paper, terms, subject, code }: PaperForm): Html {
  const { t, locale } = words;
  const { fields, themes } = terms;
  const canReword = (subject.words ?? '') !== '' && terms.kinds.some(({ value }) => value === 'amendment');
  const kinds = terms.kinds.filter(({ value }) => value !== 'amendment' || canReword);
  const optional = (use: string): string => (use === 'optional' ? ` ${t('observation-form.optional')}` : '');
  const hintOf = (kind: string): string => (isKnown(kind) ? t(kindHints[kind]) : '');
  return html`<section>
      <h2>${t('observation-form.kind.label')}</h2>
      <p>${paper('one')}</p>
      <ul class="boxes">
        ${kinds.map(kind => box(html`<strong>${spoken(enumText(words, kindTexts, kind), locale)}</strong> ${hintOf(kind.value)}`))}
      </ul>
    </section>
    ${
      fields.title !== 'off' &&
      html`<section class="whole">
        <h2>${t('observation-form.title.label')}${optional(fields.title)}</h2>
        ${lines(linesFor.title)}
      </section>`
    }
    ${
      canReword &&
      html`<section>
        <h2>${t('observation-form.after.label')}</h2>
        <p>${paper('wording')}</p>
        ${lines(linesForWording(subject.words ?? ''))}
      </section>`
    }
    <section>
      <h2>${t('observation-form.text.label')}</h2>
      <p>
        ${paper('more', { code: `\u2068${code.replace('-', '\u2011')}\u2069` })} ${fields.attachments !== 'off' && paper('files')}
      </p>
      ${lines(linesFor.text)}
    </section>
    ${
      fields.theme !== 'off' &&
      html`<section class="whole">
        <h2>${t('observation-form.theme.label')}${optional(fields.theme)}</h2>
        <p>${paper('one')}</p>
        <ul class="boxes side-by-side">
          ${themes.map(({ label }) => box(spoken(label, locale)))}
        </ul>
      </section>`
    }
    ${
      fields.place !== 'off' &&
      html`<section class="whole">
        <h2>${t('observation-form.place.label')}${optional(fields.place)}</h2>
        <p>${t('observation-form.place.hint')}</p>
        ${lines(linesFor.place)}
      </section>`
    }`;
}

/** The way to the form online, and what the office notes when the sheet comes in. */
function footOf({ paper, code, address }: PaperForm): Html {
  const end = `/o/${code}`;
  return html`<section class="foot">
    ${qrCode(address, paper('code.name', { address }))}
    <p>
      <strong>${paper('code')}</strong> ${paper('code.about')}<br />
      <bdi class="address" dir="ltr">${address.slice(0, -end.length).replace(/^https:\/\//, '')}<wbr /><span>${end}</span></bdi>
    </p>
    <div class="office">
      <p><strong>${paper('office')}</strong></p>
      <p>${paper('office.place')}</p>
      <p>${paper('office.on')}</p>
      <p>${paper('office.number')}</p>
    </div>
  </section>`;
}

const isKnown = (kind: string): kind is ObservationKind => Object.hasOwn(kindHints, kind);

const box = (content: Html): Html => html`<li><span class="box" aria-hidden="true"></span><span>${content}</span></li>`;

/** Lines to write on. Borders, since browsers print no backgrounds. */
const lines = (count: number): Html =>
  html`<div class="lines" aria-hidden="true">${Array.from({ length: count }, () => html`<span></span>`)}</div>`;
