import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { outcomeTexts } from '../../../src/i18n/observation-words.js';
import { enumText } from '../../../src/i18n/words.js';
import type { ContentProblem } from '../content/content-problem.js';
import { Drafts } from '../hand-over/drafts.js';
import { html, type Html } from '../pages/html.js';
import { widgetWords } from '../pages/widget-words.js';
import { previewResponses } from '../responses/plan-responses.js';
import { publishResponses, ResponsesRefused } from '../responses/publish-responses.js';
import { formatOf, readResponses } from '../responses/read-responses.js';
import { countsOf, type ResponsePlan } from '../responses/response-plan.js';
import { responseWords } from '../responses/response-words.js';
import { field, formFields, sendDesk, type Desk, type Form } from './desk.js';
import { staffUrl } from './staff-nav.js';

/** Problems that are shown at once. */
const mostProblems = 50;

/** For what a file that waits for its publication is locked. */
const purpose = 'file of responses';

interface Upload {
  readonly name: string;
  readonly source: string;
}

interface Shown {
  readonly message?: string;
  readonly problems?: readonly ContentProblem[];
  readonly plan?: ResponsePlan;
  /** By which the checked file is found again. */
  readonly waiting?: string;
}

/** Answers from a file: looked at first, with all that is wrong, then published all together. */
export async function filePage(desk: Desk, { message, problems = [], plan, waiting }: Shown = {}) {
  const { process, t, request } = desk;
  const { published } = request.query as { published?: string };
  const fields = await formFields(desk);
  const body = html`${
      published !== undefined &&
      /^\d{1,6}$/.test(published) &&
      html`<p role="status"><strong>${t('file.done', { count: Number(published) })}</strong></p>`
    }
    ${message !== undefined && html`<p role="alert"><strong>${message}</strong></p>`}
    ${problems.length > 0 && problemList(problems, desk)}
    ${plan && waiting !== undefined && planOf(plan, { desk, waiting, fields })}
    <p>${t('file.about')}</p>
    <form method="post" action="${staffUrl(process.id, 'file', { lang: t.locale })}" enctype="multipart/form-data" class="stack">
      ${fields}
      <p class="field">
        <label for="file">${t('file.label')}</label>
        <input id="file" name="file" type="file" accept=".csv,.yaml,.yml,text/csv" required />
      </p>
      <p><button class="primary">${t('file.check')}</button></p>
    </form>`;
  const wrong = message !== undefined || problems.length > 0;
  return sendDesk(desk, { title: t('nav.file'), part: 'file', body, status: wrong ? 422 : 200 });
}

function problemList(problems: readonly ContentProblem[], { t }: Desk): Html {
  return html`<div role="alert" class="stack">
    <p><strong>${t('file.problems', { count: problems.length })}</strong></p>
    <ul>
      ${problems
        .slice(0, mostProblems)
        .map(({ line, column, message }) => html`<li>${t('file.line', { line, column })}: ${message}</li>`)}
    </ul>
  </div>`;
}

function planOf(plan: ResponsePlan, { desk, waiting, fields }: { desk: Desk; waiting: string; fields: Html }): Html {
  const { t, process } = desk;
  const words = widgetWords(t.locale);
  const { steps, outcomes } = countsOf(plan);
  const row = (name: string, count: number): Html =>
    html`<tr>
      <th scope="row">${name}</th>
      <td>${words.formats.number(count)}</td>
    </tr>`;
  return html`<section class="contribution stack">
    <table>
      <tbody>
        ${row(t('file.first'), steps.first)} ${row(t('file.later'), steps.later)} ${row(t('file.same'), steps.same)}
        ${Object.entries(outcomes).map(([value, count]) => row(enumText(words, outcomeTexts, { value }).text, count))}
      </tbody>
    </table>
    <p class="muted">${t('answer.final')}</p>
    <form method="post" action="/staff/${process.id}/file/publish?lang=${t.locale}">
      ${fields}<input type="hidden" name="waiting" value="${waiting}" />
      <p><button class="primary">${t('file.publish')}</button></p>
    </form>
  </section>`;
}

/** Looks at a file, and keeps it locked for an hour, so that what is published is what was looked at. */
export async function checkFile(desk: Desk, upload: Upload | undefined) {
  const { city, t } = desk;
  if (!upload || upload.source.trim() === '') return filePage(desk, { message: t('file.none') });
  const { plan, problems } = await look(desk, upload);
  if (problems.length > 0) return filePage(desk, { problems });
  const drafts = new Drafts(city.database.db, city.keys);
  const sealed = city.keys.seal(purpose, JSON.stringify(upload));
  const waiting = await drafts.leave({ sealed, origin: city.settings.url.origin }, randomUUID(), city.now());
  return filePage(desk, { plan, waiting });
}

/** Publishes the file that was looked at. A second click finds it gone. */
export async function publishFile(desk: Desk, form: Form) {
  const { city, reply, visitor, process, t } = desk;
  const draft = await new Drafts(city.database.db, city.keys).open(field(form, 'waiting'), city.now());
  const text = draft && city.keys.open(purpose, draft.sealed);
  if (text === undefined) return filePage(desk, { message: t('file.gone') });
  const { responses, problems } = await look(desk, JSON.parse(text) as Upload);
  if (problems.length > 0) return filePage(desk, { problems });
  try {
    const plan = await publishResponses(city, responses, { official: visitor.nickname, t: responseWords(t.locale) });
    const count = plan.planned.filter(({ step }) => step !== 'same').length;
    return await reply.redirect(staffUrl(process.id, 'file', { lang: t.locale, published: String(count) }), 303);
  } catch (error) {
    if (!(error instanceof ResponsesRefused)) throw error;
    return filePage(desk, { problems: error.problems });
  }
}

async function look({ city, process, t }: Desk, { name, source }: Upload) {
  const read = readResponses(source, formatOf(name), { file: name, lang: city.settings.locale, locale: t.locale });
  const plan = await previewResponses(city.database.db, read.responses, responseWords(t.locale));
  const others = plan.planned
    .filter(each => each.process !== process.id)
    .map(({ place, reference }) => ({ ...place, message: t('file.other-process', { reference }) }));
  return { responses: read.responses, plan, problems: [...read.problems, ...plan.problems, ...others] };
}

/** The file of a form, with its other fields. */
export async function readUpload(request: FastifyRequest): Promise<{ form: Form; upload: Upload | undefined }> {
  const form: Record<string, string> = {};
  let upload: Upload | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file') upload = { name: part.filename, source: (await part.toBuffer()).toString('utf8') };
    else if (typeof part.value === 'string') form[part.fieldname] = part.value;
  }
  return { form, upload };
}
