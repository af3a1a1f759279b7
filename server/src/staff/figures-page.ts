import { sql, type Kysely } from 'kysely';
import type { TextKey } from '../../../src/i18n/texts.js';
import { outcomeTexts, sourceTexts, stateTexts } from '../../../src/i18n/observation-words.js';
import { enumText } from '../../../src/i18n/words.js';
import type { OpenEnum } from '../../../src/model/open-enum.js';
import type { Schema } from '../database/schema.js';
import { examineAll } from '../moderation/examine.js';
import { summarise } from '../observations/summarise.js';
import { html, type Html } from '../pages/html.js';
import { widgetWords } from '../pages/widget-words.js';
import { field, formFields, sendDesk, type Desk, type Form } from './desk.js';
import { staffUrl } from './staff-nav.js';

/** How many observations wait for an answer, and since when the oldest does. */
async function unanswered(db: Kysely<Schema>, process: string): Promise<{ count: number; oldest: Date | null }> {
  const row = await db
    .selectFrom('observation')
    .select([sql<string>`count(*)`.as('count'), sql<Date | null>`min(received_at)`.as('oldest')])
    .where('process_id', '=', process)
    .where('outcome', 'is', null)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), oldest: row.oldest };
}

async function waitingReports(db: Kysely<Schema>, process: string): Promise<number> {
  const row = await db
    .selectFrom('report')
    .select(sql<string>`count(*)`.as('count'))
    .where('process_id', '=', process)
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** How much there is, how far it is, and what waits. */
export async function figuresPage(desk: Desk) {
  const { city, process, t, request } = desk;
  const { db } = city.database;
  const words = widgetWords(t.locale);
  const { formats } = words;
  const summary = await summarise(city, { process: process.id }, { locale: t.locale, fallback: city.settings.locale });
  const waiting = await unanswered(db, process.id);
  const reports = await waitingReports(db, process.id);
  const received = summary.states.find(({ value }) => value.value === 'received')?.count ?? 0;
  const { examined } = request.query as { examined?: string };
  const table = (
    title: string,
    known: Readonly<Record<string, TextKey>>,
    rows: readonly { value: OpenEnum<string>; count: number }[],
  ): Html | false =>
    rows.length > 0 &&
    html`<table aria-label="${title}">
      <thead>
        <tr>
          <th scope="col">${title}</th>
          <th scope="col">${t('figures.number')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ value, count }) =>
            html`<tr>
              <th scope="row">${enumText(words, known, value).text}</th>
              <td>${formats.number(count)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  const fact = (name: string, value: Html | string): Html =>
    html`<dt>${name}</dt>
      <dd>${value}</dd>`;
  const body = html`${
      examined !== undefined &&
      /^\d{1,6}$/.test(examined) &&
      html`<p role="status"><strong>${t('examine.done', { count: Number(examined) })}</strong></p>`
    }
    <dl>
      ${fact(t('figures.total'), formats.number(summary.total))} ${fact(t('figures.comments'), formats.number(summary.comments))}
      ${fact(
        t('figures.waiting'),
        html`<a href="${staffUrl(process.id, 'reports', { lang: t.locale })}">${formats.number(reports)}</a>`,
      )}
      ${fact(t('figures.unanswered'), formats.number(waiting.count))}
      ${waiting.oldest !== null && fact(t('figures.oldest'), formats.date(waiting.oldest.toISOString(), process.timeZone))}
    </dl>
    ${table(t('figures.state'), stateTexts, summary.states)} ${table(t('figures.outcome'), outcomeTexts, summary.outcomes)}
    ${table(t('figures.source'), sourceTexts, summary.sources)} ${received > 0 && (await examination(desk, received))}`;
  return sendDesk(desk, { title: t('nav.figures'), part: 'figures', body });
}

/** The way to say that the examination begins. Everybody sees it and nobody can take it back, so it asks whether it is meant. */
async function examination(desk: Desk, count: number): Promise<Html> {
  const { process, t } = desk;
  return html`<section class="stack" aria-labelledby="examine">
    <h2 id="examine">${t('examine.heading')}</h2>
    <p>${t('examine.about', { count })}</p>
    <form method="post" action="/staff/${process.id}/examine?lang=${t.locale}">
      ${await formFields(desk)}
      <label class="choice"><input type="checkbox" name="meant" value="yes" required /> ${t('examine.meant')}</label>
      <p><button>${t('examine.button')}</button></p>
    </form>
  </section>`;
}

/** Marks all that was received as being examined. */
export async function beginExamination({ city, process, reply, visitor, t }: Desk, form: Form) {
  // A browser asks for the mark itself; without it nothing was meant.
  if (field(form, 'meant') === '') return reply.redirect(staffUrl(process.id, 'figures', { lang: t.locale }), 303);
  const count = await examineAll(city, { process: process.id, official: visitor.nickname });
  return reply.redirect(staffUrl(process.id, 'figures', { lang: t.locale, examined: String(count) }), 303);
}
