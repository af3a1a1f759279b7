import { enumText } from '../../../../src/i18n/words.js';
import { versionInForce } from '../../../../src/model/pact.js';
import { readingMinutes } from '../../../../src/model/reading-time.js';
import { plainParagraphs } from '../../../../src/model/richtext.js';
import type { Text } from '../../../../src/model/text.js';
import { html, type Html } from '../html.js';
import { heading, link, spoken } from '../marked.js';
import { richText } from '../richtext-html.js';
import { statusTexts, toneOf, type PactView } from './view.js';

/** Title, state, version and the act that adopted it. */
export function header(view: PactView): Html {
  const { words, pact, level } = view;
  const { t, locale } = words;
  const { title, status, number } = pact.version;
  return html`<header>
    <p class="kicker">
      <span>${t('pact-viewer.kicker')}</span>
      <span class="badge ${toneOf(status.value)}">${spoken(enumText(words, statusTexts, status), locale)}</span>
    </p>
    ${heading(level, spoken(title, locale))}
    <dl class="facts">
      ${fact(t('common.version'), words.formats.number(number))} ${fact(t('pact-viewer.act'), act(view))}
      ${fact(t('common.process'), process(view))} ${fact(t('common.administration'), spoken(pact.process.administration, locale))}
    </dl>
    ${statusNotice(view)}
  </header>`;
}

const fact = (name: string, value: Html | string): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

function act({ words, pact }: PactView): Html | string {
  const { t, formats, locale } = words;
  const { act: adopted } = pact.version;
  if (!adopted) return t('pact-viewer.act-none');
  const date = formats.date(adopted.date, pact.process.timeZone);
  const text = t('common.act-text', { kind: adopted.kind.text, number: adopted.number, date });
  const content = spoken({ text, lang: adopted.kind.lang }, locale);
  return adopted.url === undefined ? content : link(adopted.url, content);
}

function process({ words, pact }: PactView): Html {
  const { title, url } = pact.process;
  const content = spoken(title, words.locale);
  return url === undefined ? content : link(url, content);
}

/** A draft and a superseded version say so in a sentence, since a badge is easily missed. */
function statusNotice({ words: { t }, pact, versionHref }: PactView): Html | undefined {
  const status = pact.version.status.value;
  if (status !== 'draft' && status !== 'superseded') return undefined;
  const text = status === 'draft' ? t('pact-viewer.status.draft-note') : t('pact-viewer.status.superseded-note');
  const inForce = versionInForce(pact);
  const other = inForce && inForce.number !== pact.version.number ? inForce.number : undefined;
  return html`<div class="notice warning">
    <p>${text}</p>
    ${other !== undefined && html`<p>${link(versionHref(other), t('pact-viewer.see-in-force'))}</p>`}
  </div>`;
}

/** What a person needs to know before anything else, in plain words. */
export function brief({ words: { t, locale }, pact, level }: PactView, termHref: (term: string) => string | undefined): Html {
  const { brief: text } = pact.version;
  const count = readingMinutes(plainParagraphs(text.blocks));
  return html`<section class="brief" aria-labelledby="brief">
    ${heading(level + 1, t('pact-viewer.in-brief'), 'brief')}
    <p class="muted">${t('pact-viewer.reading-time', { count })}</p>
    ${richText(text, { locale, level: level + 1, termHref })}
  </section>`;
}

/** What is decided and, said as plainly, what is not. */
export function decisions({ words: { t, locale }, pact, level }: PactView): Html {
  const list = (id: string, title: string, items: readonly Text[]): Html | undefined =>
    items.length === 0
      ? undefined
      : html`<section aria-labelledby="${id}" class="${id}">
          ${heading(level + 1, title, id)}
          <ul role="list">
            ${items.map(item => html`<li>${spoken(item, locale)}</li>`)}
          </ul>
        </section>`;
  const { decided, notDecided } = pact.version;
  return html`<div class="decisions">
    ${list('decided', t('pact-viewer.decided'), decided)} ${list('not-decided', t('pact-viewer.not-decided'), notDecided)}
  </div>`;
}
