import type { CountedVote } from './tally/counted-vote.js';
import { canonicalJson } from './log/canonical-json.js';

/** Puts votes together that say the same. Lists count in their order: a ranking is another when two places are exchanged. */
export function grouped<Choice>(choices: Iterable<Choice>): CountedVote<Choice>[] {
  const groups = new Map<string, { choice: Choice; count: number }>();
  for (const choice of choices) {
    const key = canonicalJson(choice);
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { choice, count: 1 });
  }
  return [...groups.values()];
}
