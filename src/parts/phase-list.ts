import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../i18n/texts.js';
import { enumText, type Words } from '../i18n/words.js';
import { phaseStatuses, type Phase, type PhaseKind, type PhaseStatus } from '../model/phase.js';
import type { Process } from '../model/process.js';
import { daysBetween } from '../model/time.js';
import { badge } from './badge.js';
import { heading } from './heading.js';
import { link } from './link.js';
import { spoken } from './spoken.js';

const kindTexts: Readonly<Record<PhaseKind, TextKey>> = {
  information: 'common.phase.kind.information',
  gathering: 'common.phase.kind.gathering',
  discussion: 'common.phase.kind.discussion',
  vote: 'common.phase.kind.vote',
  drafting: 'common.phase.kind.drafting',
  decision: 'common.phase.kind.decision',
  response: 'common.phase.kind.response',
  monitoring: 'common.phase.kind.monitoring',
};

const statusTexts = {
  past: 'common.phase.status.past',
  active: 'common.phase.status.active',
  upcoming: 'common.phase.status.upcoming',
} as const;

export interface PhaseListOptions {
  words: Words;
  process: Pick<Process, 'phases' | 'timeZone'>;
  level: number;
  /** The moment from which days are counted, by the server's clock. Left out: no days are counted. */
  now?: Date | undefined;
  /** The person wants the phase in their calendar. */
  onCalendar: (phase: Phase) => void;
}

/** The phases of a process in their order, with the active one marked as the administration says. */
export function phaseList(options: PhaseListOptions): TemplateResult {
  const { phases } = options.process;
  const statuses = phaseStatuses(phases);
  return html`
    <ol class="phases" role="list">
      ${phases.map((phase, index) => phaseItem(phase, statuses[index] ?? 'unknown', options))}
    </ol>
  `;
}

function phaseItem(phase: Phase, status: PhaseStatus, options: PhaseListOptions): TemplateResult {
  const { words, level } = options;
  const { t, locale } = words;
  return html`
    <li class="phase ${status}" aria-current=${status === 'active' ? 'step' : nothing}>
      <p class="phase-kind">
        <span class="muted">${spoken(enumText(words, kindTexts, phase.kind), locale)}</span>
        ${status === 'unknown' ? nothing : badge(status === 'active' ? 'success' : 'muted', t(statusTexts[status]))}
      </p>
      ${heading(level, spoken(phase.title, locale))}
      <p class="phase-dates">${phaseDates(phase, options)}</p>
      ${status === 'active' ? daysLeft(phase, options) : nothing}
      ${way(words, t('common.phase.online'), phase.online)}${way(words, t('common.phase.in-person'), phase.inPerson)}
      ${phaseActions(phase, status, options)}
    </li>
  `;
}

function way({ locale }: Words, label: string, text: Phase['online']): TemplateResult | typeof nothing {
  return text ? html`<p class="way"><strong>${label}</strong> ${spoken(text, locale)}</p>` : nothing;
}

function phaseDates({ start, end }: Phase, { words: { t, formats }, process: { timeZone } }: PhaseListOptions): string {
  if (start && end) return formats.dateRange(start, end, timeZone);
  if (start) return t('common.format.from', { date: formats.date(start, timeZone) });
  if (end) return t('common.format.until', { date: formats.date(end, timeZone) });
  return t('common.phase.no-dates');
}

/** Days are counted for information; only the administration ends a phase. */
function daysLeft({ end }: Phase, { now, process, words: { t } }: PhaseListOptions): TemplateResult | typeof nothing {
  if (!end || !now) return nothing;
  const count = daysBetween(now, end, process.timeZone);
  if (count < 0) return html`<p class="days-left">${t('common.phase.overdue')}</p>`;
  return html`<p class="days-left">${count === 0 ? t('common.phase.last-day') : t('common.phase.days-left', { count })}</p>`;
}

function phaseActions(phase: Phase, status: PhaseStatus, { words: { t }, onCalendar }: PhaseListOptions) {
  const dated = status !== 'past' && (phase.start ?? phase.end) !== undefined;
  if (!dated && !phase.url) return nothing;
  const label = t('common.phase.calendar-of', { phase: phase.title.text });
  return html`
    <p class="phase-actions">
      ${phase.url ? link(phase.url, t('common.phase.more')) : nothing}
      ${
        dated
          ? html`<button class="text-button" type="button" aria-label=${label} @click=${() => onCalendar(phase)}>
              ${t('common.phase.calendar')}
            </button>`
          : nothing
      }
    </p>
  `;
}
