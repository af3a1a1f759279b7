import { enumText, type Words } from '../../../../src/i18n/words.js';
import { phaseStatuses, type Phase, type PhaseStatus } from '../../../../src/model/phase.js';
import type { Process } from '../../../../src/model/process.js';
import { daysBetween } from '../../../../src/model/time.js';
import { html, type Html } from '../html.js';
import { heading, link, spoken } from '../marked.js';
import { kindTexts, type PactView } from './view.js';

const statusTexts = {
  past: 'common.phase.status.past',
  active: 'common.phase.status.active',
  upcoming: 'common.phase.status.upcoming',
} as const;

/** The phases of the process in their order, with the active one marked as the administration says. */
export function phases({ words, pact: { process, asOf }, level }: PactView): Html {
  const { t, formats } = words;
  const statuses = phaseStatuses(process.phases);
  const item = (phase: Phase, index: number): Html =>
    phaseItem(phase, statuses[index] ?? 'unknown', { words, process, level: level + 2, now: asOf });
  return html`<section aria-labelledby="phases">
    ${heading(level + 1, t('pact-viewer.phases'), 'phases')}
    <ol class="phases" role="list">
      ${process.phases.map(item)}
    </ol>
    <p class="muted">${t('pact-viewer.time-zone', { zone: formats.timeZone(process.timeZone) })}</p>
  </section>`;
}

interface ItemOptions {
  words: Words;
  process: Pick<Process, 'timeZone'>;
  level: number;
  now: string | undefined;
}

function phaseItem(phase: Phase, status: PhaseStatus, options: ItemOptions): Html {
  const { words, level } = options;
  const { t, locale } = words;
  const active = status === 'active';
  return html`<li class="phase ${status}" ${active && html` aria-current="step"`}>
    <p class="phase-kind">
      <span class="muted">${spoken(enumText(words, kindTexts, phase.kind), locale)}</span>
      ${status !== 'unknown' && html`<span class="badge ${active ? 'success' : 'muted'}">${t(statusTexts[status])}</span>`}
    </p>
    ${heading(level, spoken(phase.title, locale))}
    <p class="phase-dates">${phaseDates(phase, options)}</p>
    ${active && phase.end !== undefined && html`<p class="days-left">${daysLeft(phase.end, options)}</p>`}
    ${way(words, t('common.phase.online'), phase.online)}${way(words, t('common.phase.in-person'), phase.inPerson)}
    ${phase.url !== undefined && html`<p>${link(phase.url, t('common.phase.more'))}</p>`}
  </li>`;
}

const way = ({ locale }: Words, label: string, text: Phase['online']): Html | undefined =>
  text && html`<p class="way"><strong>${label}</strong> ${spoken(text, locale)}</p>`;

/** When a phase is, as people say it. */
export function phaseDates(
  { start, end }: Pick<Phase, 'start' | 'end'>,
  { words: { t, formats }, process: { timeZone } }: Pick<ItemOptions, 'words' | 'process'>,
): string {
  if (start !== undefined && end !== undefined) return formats.dateRange(start, end, timeZone);
  if (start !== undefined) return t('common.format.from', { date: formats.date(start, timeZone) });
  if (end !== undefined) return t('common.format.until', { date: formats.date(end, timeZone) });
  return t('common.phase.no-dates');
}

/** Days are counted for information; only the administration ends a phase. */
function daysLeft(end: string, { now, process, words: { t } }: ItemOptions): string | undefined {
  if (now === undefined) return undefined;
  const count = daysBetween(now, end, process.timeZone);
  if (count < 0) return t('common.phase.overdue');
  return count === 0 ? t('common.phase.last-day') : t('common.phase.days-left', { count });
}
