import type { Ballot } from '../../model/ballot.js';
import { entryOf, type Entries } from './entry.js';

/** The entries that still fit a ballot which has changed: options that are gone are left out. */
export function fitting({ questions }: Ballot, entries: Entries): Entries {
  return Object.fromEntries(
    questions.map(question => {
      const entry = entryOf(entries, question);
      const known = new Set(question.options.map(({ id }) => id));
      const grades = Object.entries(entry.grades).filter(([option]) => known.has(option));
      return [
        question.id,
        { ...entry, chosen: entry.chosen.filter(option => known.has(option)), grades: Object.fromEntries(grades) },
      ];
    }),
  );
}
