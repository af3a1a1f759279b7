import { sql } from 'kysely';
import { appealReason } from '../moderation/appeal.js';
import { html, type Html } from '../pages/html.js';
import { widgetWords } from '../pages/widget-words.js';
import { sendDesk, type Desk } from './desk.js';
import { decideUrl } from './decide-page.js';

/** Reports that are shown at once; the oldest come first, so the rest moves up. */
const most = 100;

/** What was reported and waits for a decision, the oldest first. Several reports of one thing are one line. */
export async function reportsPage(desk: Desk) {
  const { city, process, t } = desk;
  const { formats } = widgetWords(t.locale);
  const rows = await city.database.db
    .selectFrom('report')
    .select([
      'reference',
      'comment_id',
      sql<string>`count(*)`.as('count'),
      sql<Date>`min(at)`.as('first'),
      sql<boolean>`bool_or(reason = ${appealReason})`.as('appealed'),
    ])
    .where('process_id', '=', process.id)
    .where('decided_at', 'is', null)
    .groupBy(['reference', 'comment_id'])
    .orderBy('first')
    .limit(most)
    .execute();
  const item = ({ reference, comment_id: comment, count, first, appealed }: (typeof rows)[number]): Html => {
    const name = comment === null ? reference : t('reports.comment', { reference });
    const what = appealed ? t('reports.appeal') : t('reports.reported', { count: Number(count) });
    return html`<li class="card">
      <h2><bdi>${name}</bdi></h2>
      <p>${what}. ${t('reports.first', { date: formats.instant(first.toISOString(), process.timeZone) })}</p>
      <p>
        <a
          href="${decideUrl(process.id, { reference, comment: comment ?? undefined }, t.locale)}"
          aria-label="${t('reports.open')}: ${name}"
          >${t('reports.open')}</a
        >
      </p>
    </li>`;
  };
  const body =
    rows.length === 0
      ? html`<p>${t('reports.none')}</p>`
      : html`<ul class="cards" role="list">
          ${rows.map(item)}
        </ul>`;
  return sendDesk(desk, { title: t('nav.reports'), part: 'reports', body });
}

/** What nobody else can read, the newest first. */
export async function hiddenPage(desk: Desk) {
  const { city, process, t } = desk;
  const { formats } = widgetWords(t.locale);
  const rows = await city.database.db
    .selectFrom('observation')
    .select(['reference', sql<null>`null`.as('comment_id'), 'hidden'])
    .where('process_id', '=', process.id)
    .where('hidden', 'is not', null)
    .unionAll(
      city.database.db
        .selectFrom('comment')
        .select(['reference', 'id as comment_id', 'hidden'])
        .where('process_id', '=', process.id)
        .where('hidden', 'is not', null) as never,
    )
    .execute();
  const entries = (rows as { reference: string; comment_id: string | null; hidden: unknown }[])
    .map(({ reference, comment_id, hidden }) => ({
      reference,
      comment: comment_id ?? undefined,
      at: (hidden as { at: string }).at,
    }))
    .sort((one, other) => (one.at < other.at ? 1 : -1));
  const body =
    entries.length === 0
      ? html`<p>${t('hidden.none')}</p>`
      : html`<ul class="cards" role="list">
          ${entries.map(({ reference, comment, at }) => {
            const name = comment === undefined ? reference : t('reports.comment', { reference });
            return html`<li class="card">
              <h2><bdi>${name}</bdi></h2>
              <p>${t('hidden.at', { date: formats.instant(at, process.timeZone) })}</p>
              <p>
                <a href="${decideUrl(process.id, { reference, comment }, t.locale)}" aria-label="${t('reports.open')}: ${name}"
                  >${t('reports.open')}</a
                >
              </p>
            </li>`;
          })}
        </ul>`;
  return sendDesk(desk, { title: t('nav.hidden'), part: 'hidden', body });
}
