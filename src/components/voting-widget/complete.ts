import { entryOf, problemsOfChoice, problemsOfEntry } from './entry.js';
import type { FillingIn } from './filling-in.js';
import { isWeighed } from './steps.js';
import type { ReadyState } from './voting-widget.state.js';

/** Whether nothing is wrong with any question. Leads to the first one with which something is. */
export function isComplete({ ballot, entries }: ReadyState, filling: FillingIn): boolean {
  for (const question of ballot.questions) {
    const entry = entryOf(entries, question);
    if (problemsOfEntry(question, entry).length === 0) continue;
    const step = isWeighed(question) && problemsOfChoice(question, entry).length === 0 ? 'weigh' : 'choose';
    filling.tried(question, step);
    filling.change(question, step);
    return false;
  }
  return true;
}
