import * as v from 'valibot';
import { kindTexts, sourceTexts } from '../../../src/i18n/observation-words.js';
import { enumText } from '../../../src/i18n/words.js';
import { observationDraftSchema, type ObservationDraft } from '../../../src/model/observation-draft.js';
import type { ObservationTerms } from '../../../src/model/observation-terms.js';
import { plainParagraphs } from '../../../src/model/richtext.js';
import type { Text } from '../../../src/model/text.js';
import { dayIn } from '../../../src/model/time.js';
import { inLanguage } from '../../../src/model/translations.js';
import { contentsOf, passagesFrom } from '../content/passages.js';
import { speakPassages, versionOf } from '../content/speak-document.js';
import { noteAction } from '../moderation/note-action.js';
import { lineNames } from '../observations/line-names.js';
import { submitObservation } from '../observations/submit-observation.js';
import { speakTerms } from '../observations/terms.js';
import { html, type Html } from '../pages/html.js';
import { languages } from '../pages/page-locale.js';
import { widgetWords } from '../pages/widget-words.js';
import { Problem } from '../problems/problem.js';
import { field, formFields, keyOf, sendDesk, type Desk, type Form } from './desk.js';
import { staffUrl } from './staff-nav.js';
import { refusalOf } from './trouble.js';

const sources = ['paper', 'counter', 'phone', 'meeting'] as const;

/** What an observation on paper is about: chosen first, since the rest of the form depends on it. */
interface PaperSubject {
  readonly document?: string;
  readonly version?: number;
  readonly passage?: string;
  /** The words of the passage. */
  readonly words?: string;
}

const choiceSchema = v.object({
  document: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  passage: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
});

async function subjectOf({ city, t }: Desk, given: unknown): Promise<PaperSubject> {
  const { document: id, passage } = v.parse(choiceSchema, given);
  const document = id === '' ? undefined : await city.content.document(id);
  if (!document) return {};
  const version = versionOf(document, undefined);
  const subject = { document: id, version };
  if (passage === '') return subject;
  const [found] = await passagesFrom(city.database.db, { document: id, version, from: passage, limit: 1 });
  if (found?.id !== passage) return subject;
  const [spoken] = speakPassages([found], document, { locale: t.locale, fallback: city.settings.locale });
  return { ...subject, passage, words: plainParagraphs(spoken?.body?.blocks ?? []).join('\n') };
}

/** The form for what came on paper, by telephone or at a meeting. */
export async function paperPage(desk: Desk, { form, refused }: { form?: Form; refused?: Html } = {}) {
  const { process, t, request } = desk;
  const { entered } = request.query as { entered?: string };
  const terms = await termsOf(desk);
  const subject = await subjectOf(desk, form ?? request.query);
  const body = html`${refused}${entered !== undefined && !refused && enteredNote(desk, entered)}
    <p>${t('paper.about')}</p>
    <form method="get" action="/staff/${process.id}/paper" class="stack">
      <input type="hidden" name="lang" value="${t.locale}" />
      ${await subjectFields(desk, subject)}
      <p><button>${t('paper.choose')}</button></p>
    </form>
    <form method="post" action="${staffUrl(process.id, 'paper', { lang: t.locale })}" class="stack">
      ${await formFields(desk)} ${hiddenSubject(subject)} ${whereFields(desk, form)} ${whatFields(desk, { terms, subject, form })}
      <p><button class="primary">${t('paper.send')}</button></p>
    </form>`;
  return sendDesk(desk, { title: t('nav.paper'), part: 'paper', body, status: refused ? 422 : 200 });
}

const termsOf = ({ city, process, t }: Desk): Promise<ObservationTerms> =>
  speakTerms(city, process, { locale: t.locale, fallback: city.settings.locale, asOf: city.now().toISOString() });

function enteredNote({ process, t }: Desk, reference: string): Html | false {
  if (!/^[A-Z0-9-]{3,40}$/.test(reference)) return false;
  const follow = `/embed/follow/${process.id}?${new URLSearchParams({ reference, lang: t.locale }).toString()}`;
  return html`<div role="status" class="stack">
    <p><strong>${t('paper.done', { reference })}</strong></p>
    <p>${t('paper.done.about')} <a href="${follow}" target="_blank">${t('paper.receipt')}</a></p>
    <h2>${t('paper.again')}</h2>
  </div>`;
}

/** Document and passage, as two lists. The second one follows from the first. */
async function subjectFields({ city, process, t }: Desk, { document, passage }: PaperSubject): Promise<Html> {
  const words = { locale: t.locale, fallback: city.settings.locale };
  const documents = (await city.content.documentsOf(process.id)).map(({ id, title }) => ({
    id,
    title: (inLanguage(title, words.locale, words.fallback) as Text).text,
  }));
  const option = (value: string, name: string, chosen: string | undefined): Html =>
    html`<option value="${value}" ${value === chosen && html` selected`}>${name}</option>`;
  const chosen = document === undefined ? undefined : await city.content.document(document);
  const contents = chosen ? await contentsOf(city.database.db, chosen.id, versionOf(chosen, undefined)) : [];
  const names = chosen ? lineNames(speakPassages(contents, chosen, words)) : [];
  return html`<p class="field">
      <label for="document">${t('paper.document')}</label>
      <select id="document" name="document">
        ${option('', t('paper.whole'), document)} ${documents.map(({ id, title }) => option(id, title, document))}
      </select>
    </p>
    ${
      document !== undefined &&
      html`<p class="field">
        <label for="passage">${t('paper.passage')}</label>
        <select id="passage" name="passage">
          ${option('', '–', passage)} ${names.map(({ id, name }) => option(id, name, passage))}
        </select>
      </p>`
    }`;
}

const hiddenSubject = ({ document, passage }: PaperSubject): Html =>
  html`<input type="hidden" name="document" value="${document ?? ''}" /><input
      type="hidden"
      name="passage"
      value="${passage ?? ''}"
    />`;

function whereFields({ city, process, t }: Desk, form: Form | undefined): Html {
  const words = widgetWords(t.locale);
  const chosen = field(form, 'source') === '' ? 'paper' : field(form, 'source');
  return html`<fieldset>
      <legend>${t('paper.source')}</legend>
      ${sources.map(
        value =>
          html`<label class="choice"
            ><input type="radio" name="source" value="${value}" ${value === chosen && html` checked`} />
            ${enumText(words, sourceTexts, { value }).text}</label
          >`,
      )}
    </fieldset>
    <p class="field">
      <label for="place">${t('paper.place')}</label> <span class="muted" id="place-hint">${t('paper.place.hint')}</span>
      <input id="place" name="place" required maxlength="200" aria-describedby="place-hint" value="${field(form, 'place')}" />
    </p>
    <p class="field">
      <label for="on">${t('paper.on')}</label>
      <input
        id="on"
        name="on"
        type="date"
        required
        max="${dayIn(city.now(), process.timeZone)}"
        value="${field(form, 'on') === '' ? dayIn(city.now(), process.timeZone) : field(form, 'on')}"
      />
    </p>`;
}

function whatFields(
  { t, city }: Desk,
  { terms, subject, form }: { terms: ObservationTerms; subject: PaperSubject; form: Form | undefined },
): Html {
  const words = widgetWords(t.locale);
  const kinds = terms.kinds.filter(({ value }) => value !== 'amendment' || (subject.words ?? '') !== '');
  const kind = field(form, 'kind') === '' ? kinds[0]?.value : field(form, 'kind');
  const theme = field(form, 'theme');
  const lang = field(form, 'lang') === '' ? city.settings.locale : field(form, 'lang');
  return html`<fieldset>
      <legend>${t('paper.kind')}</legend>
      ${kinds.map(
        each =>
          html`<label class="choice"
            ><input type="radio" name="kind" value="${each.value}" ${each.value === kind && html` checked`} />
            ${enumText(words, kindTexts, each).text}</label
          >`,
      )}
    </fieldset>
    ${
      terms.fields.title !== 'off' &&
      html`<p class="field">
        <label for="title">${t('paper.name')}</label>
        <input id="title" name="title" value="${field(form, 'title')}" />
      </p>`
    }
    <p class="field">
      <label for="text">${t('paper.text')}</label>
      <textarea id="text" name="text" rows="8">${field(form, 'text')}</textarea>
    </p>
    ${
      (subject.words ?? '') !== '' &&
      html`<p class="field">
        <label for="after">${t('paper.wording')}</label> <span class="muted" id="after-hint">${t('paper.wording.hint')}</span>
        <textarea id="after" name="after" rows="6" aria-describedby="after-hint">
${field(form, 'after') === '' ? (subject.words ?? '') : field(form, 'after')}</textarea>
      </p>`
    }
    ${
      terms.fields.theme !== 'off' &&
      html`<p class="field">
        <label for="theme">${t('paper.theme')}</label>
        <select id="theme" name="theme">
          <option value="">${t('paper.theme.none')}</option>
          ${terms.themes.map(
            ({ id, label }) => html`<option value="${id}" ${id === theme && html` selected`}>${label.text}</option>`,
          )}
        </select>
      </p>`
    }
    ${
      terms.fields.place !== 'off' &&
      html`<p class="field">
        <label for="location">${t('paper.location')}</label>
        <input id="location" name="location" maxlength="300" value="${field(form, 'location')}" />
      </p>`
    }
    <p class="field">
      <label for="language">${t('paper.lang')}</label>
      <select id="language" name="written">
        ${Object.entries({ ...languages, es: 'Español', fr: 'Français', zh: '中文' }).map(
          ([tag, name]) => html`<option value="${tag}" lang="${tag}" ${tag === lang && html` selected`}>${name}</option>`,
        )}
      </select>
    </p>`;
}

/** Enters it, and shows an empty form for the next person. */
export async function enterPaper(desk: Desk, form: Form) {
  const { city, process, reply, visitor, t } = desk;
  try {
    const draft = await draftOf(desk, form);
    const arrival = { visitor, key: keyOf(form), locale: t.locale };
    const { reference } = await submitObservation(city, draft, arrival);
    await noteEntry(desk, reference);
    return await reply.redirect(staffUrl(process.id, 'paper', { lang: t.locale, entered: reference }), 303);
  } catch (error) {
    return paperPage(desk, { form, refused: refusalOf(error, t) });
  }
}

/** Once for each entry, also when the form was sent twice. */
async function noteEntry({ city, process, visitor }: Desk, reference: string): Promise<void> {
  await city.database.db.transaction().execute(async transaction => {
    const before = await transaction
      .selectFrom('moderation')
      .select('id')
      .where('process_id', '=', process.id)
      .where('reference', '=', reference)
      .where('action', '=', 'entered')
      .executeTakeFirst();
    if (before) return;
    await noteAction(
      transaction,
      { process: process.id, reference },
      { official: visitor.nickname, action: 'entered', at: city.now() },
    );
  });
}

async function draftOf(desk: Desk, form: Form): Promise<ObservationDraft> {
  const subject = await subjectOf(desk, form);
  const { document, version, passage, words = '' } = subject;
  const kind = field(form, 'kind');
  const [theme, location, on] = [field(form, 'theme'), field(form, 'location').trim(), field(form, 'on')];
  // Forms send the end of a line as two signs.
  const after = field(form, 'after').replaceAll('\r\n', '\n');
  const read = v.safeParse(observationDraftSchema, {
    subject: {
      process: desk.process.id,
      ...(document !== undefined && { document }),
      ...(version !== undefined && { version }),
      ...(passage !== undefined && { passage }),
    },
    kind,
    title: field(form, 'title'),
    text: field(form, 'text'),
    ...(kind === 'amendment' && { wording: { before: words, after } }),
    ...(theme !== '' && { theme }),
    ...(location !== '' && { place: { text: location } }),
    lang: field(form, 'written'),
    onBehalf: { source: field(form, 'source'), place: field(form, 'place').trim(), ...(on !== '' && { on }) },
  });
  if (read.success) return read.output;
  const fields = read.issues.map(issue => ({ pointer: `/${v.getDotPath(issue) ?? ''}`, detail: issue.type }));
  throw new Problem('invalid-fields', { fields });
}
