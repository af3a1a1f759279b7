import { outcomeTexts } from '../../../src/i18n/observation-words.js';
import { enumText } from '../../../src/i18n/words.js';
import type { Text } from '../../../src/model/text.js';
import { inLanguage } from '../../../src/model/translations.js';
import { observationRow } from '../observations/find-observation.js';
import { html, type Html } from '../pages/html.js';
import { richText } from '../pages/richtext-html.js';
import { widgetWords } from '../pages/widget-words.js';
import { checkResponse } from '../responses/check-response.js';
import { outcomes } from '../responses/outcomes.js';
import { previewResponses } from '../responses/plan-responses.js';
import { publishResponses, ResponsesRefused } from '../responses/publish-responses.js';
import type { ResponseEntry } from '../responses/response-entry.js';
import { responseWords } from '../responses/response-words.js';
import { field, formFields, sendDesk, type Desk, type Form } from './desk.js';
import { findContribution, shownContribution } from './shown-contribution.js';
import { staffUrl } from './staff-nav.js';

interface Shown {
  readonly form?: Form;
  /** All that is wrong, in words. */
  readonly problems?: readonly string[];
  /** The answer as it will be read. */
  readonly preview?: ResponseEntry | undefined;
}

/** Finds an observation by its number, and answers it. */
export async function answerPage(desk: Desk, { form, problems = [], preview }: Shown = {}) {
  const { city, process, t, request } = desk;
  const query = request.query as { reference?: string; answered?: string };
  const typed = (form ? field(form, 'reference') : query.reference) ?? '';
  const row = typed.trim() === '' ? undefined : await observationRow(city.database.db, typed);
  const reference = row?.process_id === process.id ? row.reference : undefined;
  const contribution = reference && (await findContribution(city.database.db, { process: process.id, reference }, t.locale));
  const said = [...problems, ...(typed.trim() !== '' && !contribution ? [t('answer.unknown')] : [])];
  const body = html`${
      query.answered !== undefined &&
      /^[A-Z0-9-]{3,40}$/.test(query.answered) &&
      html`<p role="status"><strong>${t('answer.done', { reference: query.answered })}</strong></p>`
    }
    ${
      said.length > 0 &&
      html`<ul role="alert">
        ${said.map(each => html`<li><strong>${each}</strong></li>`)}
      </ul>`
    }
    <form method="get" action="/staff/${process.id}/answer" class="stack">
      <input type="hidden" name="lang" value="${t.locale}" />
      <p class="field">
        <label for="reference">${t('answer.reference')}</label>
        <input id="reference" name="reference" value="${typed}" autocomplete="off" dir="ltr" />
      </p>
      <p><button>${t('answer.find')}</button></p>
    </form>
    ${
      contribution &&
      html`${shownContribution(contribution, desk)}
      ${contribution.observation.outcome !== null && html`<p><strong>${t('answer.before')}</strong></p>`}
      ${await answerForm(desk, { reference: contribution.observation.reference, form, preview })}`
    }`;
  return sendDesk(desk, { title: t('nav.answer'), part: 'answer', body, status: said.length > 0 ? 422 : 200 });
}

async function answerForm(
  desk: Desk,
  { reference, form, preview }: { reference: string; form: Form | undefined; preview: ResponseEntry | undefined },
): Promise<Html> {
  const { process, t } = desk;
  const words = widgetWords(t.locale);
  const input = (name: string, label: string, attributes: Html | false = false): Html =>
    html`<p class="field">
      <label for="${name}">${label}</label>
      <input id="${name}" name="${name}" value="${field(form, name)}" ${attributes} />
    </p>`;
  // The preview stands far below the beginning of the page: it is what an official asked to see.
  return html`<form method="post" action="${staffUrl(process.id, 'answer', { lang: t.locale })}#preview" class="stack">
    ${await formFields(desk)}<input type="hidden" name="reference" value="${reference}" />
    <fieldset>
      <legend>${t('answer.outcome')}</legend>
      ${outcomes.map(
        value =>
          html`<label class="choice"
            ><input type="radio" name="outcome" value="${value}" ${field(form, 'outcome') === value && html` checked`} />
            ${enumText(words, outcomeTexts, { value }).text}</label
          >`,
      )}
    </fieldset>
    <p class="field">
      <label for="text">${t('answer.text')}</label> <span class="muted" id="text-hint">${t('answer.text.hint')}</span>
      <textarea id="text" name="text" rows="8" aria-describedby="text-hint">${field(form, 'text')}</textarea>
    </p>
    <fieldset>
      <legend>${t('answer.act')}</legend>
      ${input('act_kind', t('answer.act.kind'))} ${input('act_number', t('answer.act.number'))}
      ${input('act_date', t('answer.act.date'), html` type="date"`)}
    </fieldset>
    <fieldset>
      <legend>${t('answer.adopted')}</legend>
      ${await documentField(desk, field(form, 'adopted_document'))}
      ${input('adopted_version', t('answer.adopted.version'), html` inputmode="numeric"`)}
      <p class="field">
        <label for="adopted_passage">${t('answer.adopted.passage')}</label>
        <span class="muted" id="adopted-hint">${t('answer.adopted.passage.hint')}</span>
        <input
          id="adopted_passage"
          name="adopted_passage"
          value="${field(form, 'adopted_passage')}"
          dir="ltr"
          autocomplete="off"
          aria-describedby="adopted-hint"
        />
      </p>
    </fieldset>
    ${preview && previewOf(preview, t.locale)}
    <p class="muted">${t('answer.final')}</p>
    <p class="buttons">
      <button name="action" value="preview">${t('answer.preview')}</button>
      ${preview && html`<button class="primary" name="action" value="publish">${t('answer.publish')}</button>`}
    </p>
  </form>`;
}

/** In which document of the process the observation went into the text. */
async function documentField({ city, process, t }: Desk, chosen: string): Promise<Html> {
  const documents = await city.content.documentsOf(process.id);
  return html`<p class="field">
    <label for="adopted_document">${t('answer.adopted.document')}</label>
    <select id="adopted_document" name="adopted_document">
      <option value="">${t('answer.adopted.document.none')}</option>
      ${documents.map(({ id, title }) => {
        const { text } = inLanguage(title, t.locale, city.settings.locale) as Text;
        return html`<option value="${id}" ${id === chosen && html` selected`}>${text}</option>`;
      })}
    </select>
  </p>`;
}

function previewOf({ outcome, text, act }: ResponseEntry, locale: string): Html {
  const words = widgetWords(locale);
  return html`<section class="contribution stack" aria-labelledby="preview">
    <h2 id="preview">${enumText(words, outcomeTexts, { value: outcome }).text}</h2>
    ${richText(text, { locale, level: 2 })}
    ${act && html`<p class="muted">${act.kind.text} ${act.number}, ${words.formats.date(act.date, 'UTC')}</p>`}
  </section>`;
}

/** Shows an answer as it will be read, or publishes it. */
export async function answerOne(desk: Desk, form: Form) {
  const { city, process, reply, visitor, t } = desk;
  const speaker = responseWords(t.locale);
  const placeOf = () => ({ file: '', line: 1, column: 1 });
  const fields = Object.fromEntries(Object.entries(form).filter(([, value]) => typeof value === 'string')) as Record<
    string,
    string
  >;
  const { entry, problems } = checkResponse(fields, { lang: city.settings.locale, t: speaker, placeOf });
  if (!entry) return answerPage(desk, { form, problems: problems.map(({ message }) => message) });
  const row = await observationRow(city.database.db, entry.reference);
  if (row?.process_id !== process.id) return answerPage(desk, { form });
  const plan = await previewResponses(city.database.db, [entry], speaker);
  if (plan.problems.length > 0) return answerPage(desk, { form, problems: plan.problems.map(({ message }) => message) });
  if (field(form, 'action') !== 'publish') return answerPage(desk, { form, preview: entry });
  try {
    await publishResponses(city, [entry], { official: visitor.nickname, t: speaker });
  } catch (error) {
    if (!(error instanceof ResponsesRefused)) throw error;
    return answerPage(desk, { form, problems: error.problems.map(({ message }) => message) });
  }
  return reply.redirect(staffUrl(process.id, 'answer', { lang: t.locale, answered: entry.reference }), 303);
}
