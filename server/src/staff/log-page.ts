import * as v from 'valibot';
import { reasonTexts, outcomeTexts } from '../../../src/i18n/observation-words.js';
import { enumText } from '../../../src/i18n/words.js';
import { html } from '../pages/html.js';
import { widgetWords } from '../pages/widget-words.js';
import { sendDesk, type Desk } from './desk.js';
import { staffUrl } from './staff-nav.js';
import type { StaffKey } from './staff-words.js';

/** Rows on one page. */
const onOnePage = 100;

const actions: Readonly<Record<string, StaffKey>> = {
  hidden: 'action.hidden',
  restored: 'action.restored',
  kept: 'action.kept',
  redacted: 'action.redacted',
  'under-examination': 'action.under-examination',
  entered: 'action.entered',
  answered: 'action.answered',
};

/** What officials did, the newest first. */
export async function logPage(desk: Desk) {
  const { city, process, t, request } = desk;
  const { now } = city;
  const words = widgetWords(t.locale);
  const { before, id } = request.query as { before?: string; id?: string };
  const from = before !== undefined && !Number.isNaN(Date.parse(before)) ? new Date(before) : undefined;
  const after = v.is(v.pipe(v.string(), v.uuid()), id) ? id : undefined;
  const rows = await city.database.db
    .selectFrom('moderation')
    .selectAll()
    .where('process_id', '=', process.id)
    .$if(from !== undefined, query =>
      query.where(eb =>
        eb.or([
          eb('at', '<', from ?? now()),
          // Answers from a file have one and the same instant.
          ...(after === undefined ? [] : [eb.and([eb('at', '=', from ?? now()), eb('id', '>', after)])]),
        ]),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(onOnePage + 1)
    .execute();
  const last = rows.length > onOnePage ? rows[onOnePage - 1] : undefined;
  const known = { ...reasonTexts, ...outcomeTexts };
  const body =
    rows.length === 0
      ? html`<p>${t('log.none')}</p>`
      : html`<div class="scrolling" role="region" tabindex="0" aria-label="${t('nav.log')}">
            <table>
              <thead>
                <tr>
                  <th scope="col">${t('log.when')}</th>
                  <th scope="col">${t('log.who')}</th>
                  <th scope="col">${t('log.what')}</th>
                  <th scope="col">${t('log.number')}</th>
                  <th scope="col">${t('log.why')}</th>
                </tr>
              </thead>
              <tbody>
                ${rows.slice(0, onOnePage).map(({ at, official, action, reference, reason, note }) => {
                  const key = actions[action];
                  const why = [reason === null ? undefined : enumText(words, known, { value: reason }).text, note ?? undefined];
                  return html`<tr>
                    <td>${words.formats.instant(at.toISOString(), process.timeZone)}</td>
                    <td><bdi>${official}</bdi></td>
                    <td>${key ? t(key) : action}</td>
                    <td><bdi>${reference}</bdi></td>
                    <td>${why.filter(each => each !== undefined).join('. ')}</td>
                  </tr>`;
                })}
              </tbody>
            </table>
          </div>
          ${
            last &&
            html`<p>
              <a href="${staffUrl(process.id, 'log', { lang: t.locale, before: last.at.toISOString(), id: last.id })}"
                >${t('log.older')}</a
              >
            </p>`
          }`;
  return sendDesk(desk, { title: t('nav.log'), part: 'log', body });
}
