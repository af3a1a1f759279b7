import * as v from 'valibot';
import { reasonTexts } from '../../../src/i18n/observation-words.js';
import { enumText } from '../../../src/i18n/words.js';
import { reportReasons, type ReportReason } from '../../../src/model/moderation.js';
import { tidied } from '../../../src/model/written-text.js';
import { hide, keep, restore } from '../moderation/decide.js';
import { omitted, redact, wordsToOmit } from '../moderation/redact.js';
import { html, type Html } from '../pages/html.js';
import { widgetWords } from '../pages/widget-words.js';
import { Problem } from '../problems/problem.js';
import { field, formFields, sendDesk, type Desk, type Form } from './desk.js';
import { findContribution, shownContribution, textsOf, type FoundContribution } from './shown-contribution.js';
import { staffUrl } from './staff-nav.js';
import type { StaffKey, StaffSpeaker } from './staff-words.js';

interface About {
  readonly reference: string;
  readonly comment?: string | undefined;
}

/** The page where officials decide on one contribution. */
export function decideUrl(process: string, { reference, comment }: About, lang: string): string {
  const query = new URLSearchParams({ reference, ...(comment !== undefined && { comment }), lang });
  return `/staff/${process}/decide?${query.toString()}`;
}

/** A field that an official has to fill in. */
type Missing = 'reason' | 'note';

interface Shown {
  /** What is missing, and at which field. */
  readonly missing?: readonly Missing[];
  /** Another thing that went wrong. */
  readonly message?: string;
  readonly reason?: string;
  readonly note?: string;
  readonly words?: string;
  /** Whether the text is shown as it will read without these words. */
  readonly preview?: boolean;
}

async function found({ city, process, t, request }: Desk): Promise<{ about: About; contribution: FoundContribution }> {
  const { reference = '', comment } = request.query as { reference?: string; comment?: string };
  if (comment !== undefined && !v.is(v.pipe(v.string(), v.uuid()), comment)) throw new Problem('not-found');
  const about = { reference, comment };
  const contribution = await findContribution(city.database.db, { process: process.id, ...about }, t.locale);
  if (!contribution) throw new Problem('not-found');
  return { about: { ...about, reference: contribution.observation.reference }, contribution };
}

/** A contribution in its context, what was said of it, and what can be done. */
export async function decidePage(desk: Desk, shown: Shown = {}) {
  const { t, process } = desk;
  const { about, contribution } = await found(desk);
  const { missing = [], message } = shown;
  const { observation, comment } = contribution;
  const isHidden = (comment ?? observation).hidden !== null;
  const action = decideUrl(process.id, about, t.locale);
  const words = widgetWords(t.locale);
  const reason = (value: ReportReason): Html =>
    html`<label class="choice"
      ><input
        type="radio"
        id="reason-${value}"
        name="reason"
        value="${value}"
        ${value === shown.reason && html` checked`}
        ${missing.includes('reason') && html` aria-describedby="reason-error"`}
      />
      ${enumText(words, reasonTexts, { value }).text}</label
    >`;
  const fields = await formFields(desk);
  const note = html`<p class="field">
    <label for="note">${t('decide.note')}</label> <span class="muted" id="note-hint">${t('decide.note.hint')}</span>
    ${missing.includes('note') && html`<strong class="error" id="note-error">${t(missingTexts.note)}</strong>`}
    <textarea
      id="note"
      name="note"
      rows="4"
      aria-describedby="note-hint${missing.includes('note') && ' note-error'}"
      ${missing.includes('note') && html` aria-invalid="true"`}
    >
${shown.note ?? ''}</textarea>
  </p>`;
  const body = html`${message !== undefined && html`<p role="alert"><strong>${message}</strong></p>`}
    ${missing.length > 0 && missingList(missing, t)}
    <section class="stack" aria-labelledby="text">
      <h2 id="text">${t('decide.text')}</h2>
      ${comment && shownContribution({ ...contribution, comment: undefined }, desk)} ${shownContribution(contribution, desk)}
    </section>
    ${await reportsOf(desk, about)}
    <section class="stack" aria-labelledby="decision">
      <h2 id="decision">${t('decide.decision')}</h2>
      <form method="post" action="${action}" class="stack">
        ${fields}
        ${
          isHidden
            ? html`${note}
                <p><button class="primary" name="action" value="restore">${t('decide.restore')}</button></p>`
            : html`<fieldset>
                  <legend>${t('decide.reason')}</legend>
                  ${missing.includes('reason') && html`<strong class="error" id="reason-error">${t(missingTexts.reason)}</strong>`}
                  ${reportReasons.map(reason)}
                </fieldset>
                ${note}
                <p class="buttons">
                  <button class="primary" name="action" value="hide">${t('decide.hide')}</button>
                  <button name="action" value="keep">${t('decide.keep')}</button>
                </p>`
        }
      </form>
    </section>
    ${redaction(desk, { action, fields, contribution, shown })}`;
  const isWrong = message !== undefined || missing.length > 0;
  const title = t('decide.title', { reference: about.reference });
  return sendDesk(desk, { title, part: isHidden ? 'hidden' : 'reports', body, status: isWrong ? 422 : 200 });
}

const missingTexts = { reason: 'decide.reason.missing', note: 'decide.note.missing' } as const satisfies Record<
  Missing,
  StaffKey
>;

/** What is missing, with ways to where it is filled in. */
function missingList(missing: readonly Missing[], t: StaffSpeaker): Html {
  const places = { reason: `reason-${reportReasons[0]}`, note: 'note' };
  return html`<ul role="alert">
    ${missing.map(each => html`<li><a href="#${places[each]}">${t(missingTexts[each])}</a></li>`)}
  </ul>`;
}

function redaction(
  desk: Desk,
  { action, fields, contribution, shown }: { action: string; fields: Html; contribution: FoundContribution; shown: Shown },
): Html {
  const { t } = desk;
  const omit = wordsToOmit(shown.words ?? '');
  return html`<section class="stack" aria-labelledby="redact">
    <h2 id="redact">${t('decide.redact')}</h2>
    <p id="redact-about">${t('decide.redact.about')}</p>
    <form method="post" action="${action}#redact" class="stack">
      ${fields}
      <p class="field">
        <label for="words">${t('decide.redact.words')}</label>
        <textarea id="words" name="words" rows="3" aria-describedby="redact-about">${shown.words ?? ''}</textarea>
      </p>
      ${
        shown.preview &&
        html`<h3>${t('decide.redact.preview.title')}</h3>
          ${shownContribution(contribution, desk, text => omitted(text, omit))}`
      }
      <p class="buttons">
        <button name="action" value="preview">${t('decide.redact.preview')}</button>
        ${shown.preview && html`<button class="primary" name="action" value="redact">${t('decide.redact.confirm')}</button>`}
      </p>
    </form>
  </section>`;
}

async function reportsOf({ city, process, t }: Desk, { reference, comment }: About): Promise<Html | false> {
  const words = widgetWords(t.locale);
  const rows = await city.database.db
    .selectFrom('report')
    .select(['reason', 'note', 'at'])
    .where('process_id', '=', process.id)
    .where('reference', '=', reference)
    .where('comment_id', comment === undefined ? 'is' : '=', comment ?? null)
    .where('decided_at', 'is', null)
    .orderBy('at')
    .execute();
  if (rows.length === 0) return false;
  const known: Readonly<Record<string, string>> = { appeal: t('reports.appeal') };
  return html`<section class="stack" aria-labelledby="reports">
    <h2 id="reports">${t('decide.reports')}</h2>
    <ul>
      ${rows.map(
        ({ reason, note, at }) =>
          html`<li>
            ${known[reason] ?? enumText(words, reasonTexts, { value: reason }).text},
            ${words.formats.instant(at.toISOString(), process.timeZone)}${note !== null && html`: ${note}`}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Does what the official decided. */
export async function decide(desk: Desk, form: Form) {
  const { city, process, reply, visitor, t } = desk;
  const { about, contribution } = await found(desk);
  const subject = { process: process.id, ...about };
  const note = tidied(field(form, 'note'));
  const words = field(form, 'words');
  const official = visitor.nickname;
  const done = () => reply.redirect(staffUrl(process.id, 'reports', { lang: t.locale }), 303);
  switch (field(form, 'action')) {
    case 'hide': {
      const reason = reportReasons.find(each => each === field(form, 'reason'));
      const missing: Missing[] = [...(reason ? [] : ['reason' as const]), ...(note === '' ? ['note' as const] : [])];
      if (!reason || missing.length > 0) return decidePage(desk, { missing, note, ...(reason && { reason }) });
      await hide(city, subject, { official, note, reason });
      return done();
    }
    case 'restore':
      if (note === '') return decidePage(desk, { missing: ['note'] });
      await restore(city, subject, { official, note });
      return done();
    case 'keep':
      await keep(city, subject, { official, note });
      return done();
    case 'preview':
    case 'redact': {
      const omit = wordsToOmit(words);
      const stands = textsOf(contribution).some(text => omitted(text, omit) !== text);
      if (!stands) return decidePage(desk, { message: t('decide.redact.none'), words });
      if (field(form, 'action') === 'preview') return decidePage(desk, { words, preview: true });
      await redact(city, subject, { official, words: omit });
      return done();
    }
    default:
      throw new Problem('invalid-request');
  }
}
