import { html, nothing, svg, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText, type Words } from '../../../i18n/words.js';
import type { ObservationSummary } from '../../../model/observation.js';
import type { ResponseOutcome } from '../../../model/response.js';
import { heading } from '../../../parts/heading.js';
import { outcomeTexts } from '../../../i18n/observation-words.js';
import { spoken } from '../../../parts/spoken.js';
import type { View } from './view.js';

/** The decisions with their numbers, as they stand in a sentence. */
const countTexts: Readonly<Record<ResponseOutcome, TextKey>> = {
  accepted: 'observation-list.summary.accepted',
  'partly-accepted': 'observation-list.summary.partly-accepted',
  rejected: 'observation-list.summary.rejected',
  'not-pertinent': 'observation-list.summary.not-pertinent',
};

interface Share {
  readonly name: string;
  readonly label: unknown;
  readonly count: number;
}

/** What came of the observations: how many were accepted, and when the last answer was given. */
export function summary(view: View, counted: ObservationSummary): TemplateResult | typeof nothing {
  const { words, terms, level } = view;
  const { t, formats } = words;
  const { total, outcomes, lastAnswered } = counted;
  if (total === 0) return nothing;
  const answered = outcomes.reduce((sum, { count }) => sum + count, 0);
  const last = lastAnswered === undefined ? undefined : formats.date(lastAnswered, terms.process.timeZone);
  return html`
    <section class="summary" part="summary" aria-labelledby="summary-title">
      ${heading(level + 1, t('observation-list.summary.title'), { id: 'summary-title' })}
      <p>
        ${t('observation-list.summary.answered', { count: total, answered: formats.number(answered) })}
        ${answered > 0 ? t('observation-list.summary.outcomes', { outcomes: formats.list(outcomes.map(each => countText(each, words))) }) : nothing}
        ${last === undefined ? nothing : t('observation-list.summary.last', { date: last })}
        ${answered === 0 && terms.by !== undefined ? t('observation-list.summary.by', { date: formats.date(terms.by, terms.process.timeZone) }) : nothing}
      </p>
      ${answered > 0 ? html`${bar(sharesOf(counted, answered, words), total)}${table(sharesOf(counted, answered, words), words)}` : nothing}
    </section>
  `;
}

function countText({ value, count }: ObservationSummary['outcomes'][number], words: Words): string {
  const known = Object.hasOwn(countTexts, value.value) && !value.label ? countTexts[value.value as ResponseOutcome] : undefined;
  // eslint-disable-next-line portico/static-text-keys -- the keys stand in the table above
  return known ? words.t(known, { count }) : `${enumText(words, outcomeTexts, value).text}: ${words.formats.number(count)}`;
}

function sharesOf({ total, outcomes }: ObservationSummary, answered: number, words: Words): Share[] {
  const decided = outcomes.map(({ value, count }) => ({
    name: value.value,
    label: spoken(enumText(words, outcomeTexts, value), words.locale),
    count,
  }));
  return [...decided, { name: 'open', label: words.t('observation-list.summary.open'), count: total - answered }];
}

/** A picture of what the sentence says; whoever does not see it has sentence and table. */
function bar(shares: readonly Share[], total: number): TemplateResult {
  const parts = shares.map(({ name, count }, index) => {
    const before = shares.slice(0, index).reduce((sum, share) => sum + share.count, 0);
    return svg`<rect class=${`share ${name}`} x=${before} y="0" width=${count} height="1"></rect>`;
  });
  return html`<svg class="bar" viewBox="0 0 ${total} 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

function table(shares: readonly Share[], { t, formats }: Words): TemplateResult {
  return html`
    <details class="figures">
      <summary>${t('observation-list.summary.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('observation-list.summary.outcome')}</th>
            <th scope="col">${t('observation-list.summary.number')}</th>
          </tr>
        </thead>
        <tbody>
          ${shares.map(
            ({ name, label, count }) =>
              html`<tr>
                <th scope="row"><span class="key ${name}"></span> ${label}</th>
                <td>${formats.number(count)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  `;
}
