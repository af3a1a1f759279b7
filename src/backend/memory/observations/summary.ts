import { observationSummarySchema, type ObservationSummary } from '../../../model/observation.js';
import { parseAnswer } from '../../parse.js';
import { outcomeOf, stateOf, tokenOf, type KeptObservation } from './kept-observation.js';
import type { Speaking } from './speak-observation.js';

/** What came of these observations. @param placeOf - Where a passage stands in its document. */
export function summaryOf(
  found: readonly KeptObservation[],
  { speak, terms, passageName }: Speaking,
  placeOf: (document: string, passage: string) => number,
): ObservationSummary {
  const tally = (token: (kept: KeptObservation) => string | undefined, spoken: (kept: KeptObservation) => unknown): unknown[] =>
    counted(found, token).map(({ first, count }) => ({ value: spoken(first), count }));
  const at = ({ seed: { subject } }: KeptObservation): string | undefined =>
    subject.document === undefined || subject.passage === undefined ? undefined : `${subject.document} ${subject.passage}`;
  const passages = counted(found, at).map(({ first: { seed }, count }) => {
    const { document = '', passage = '' } = seed.subject;
    const name = passageName(document, passage);
    return { document, passage, ...(name && { name }), count };
  });
  const answered = found.flatMap(({ seed }) => seed.responses.map(response => response.at)).sort(byTime);
  const last = answered.at(-1);
  const summary = {
    total: found.length,
    comments: found.reduce((sum, { seed }) => sum + seed.comments.length, 0),
    states: tally(stateOf, ({ seed }) => speak(seed.state)),
    outcomes: tally(outcomeOf, ({ seed }) => speak(seed.responses.at(-1)?.outcome)),
    kinds: tally(
      ({ seed }) => tokenOf(seed.kind),
      ({ seed }) => speak(seed.kind),
    ),
    sources: tally(
      ({ seed }) => tokenOf(seed.source ?? 'online'),
      ({ seed }) => speak(seed.source ?? 'online'),
    ),
    themes: terms.themes
      .map(theme => ({ value: theme, count: found.filter(({ seed }) => seed.theme === theme.id).length }))
      .filter(({ count }) => count > 0),
    passages: passages.sort((one, other) => placeOf(one.document, one.passage) - placeOf(other.document, other.passage)),
    ...(last !== undefined && { lastAnswered: last }),
  };
  return parseAnswer(observationSummarySchema, summary, 'summary');
}

const byTime = (one: string, other: string): number => Date.parse(one) - Date.parse(other);

/** How many have each token, the most frequent first, with one that has it. Those that have none are left out. */
function counted(found: readonly KeptObservation[], token: (kept: KeptObservation) => string | undefined) {
  const counts = new Map<string, { first: KeptObservation; count: number }>();
  for (const kept of found) {
    const value = token(kept);
    if (value === undefined) continue;
    const entry = counts.get(value);
    if (entry) entry.count += 1;
    else counts.set(value, { first: kept, count: 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}
