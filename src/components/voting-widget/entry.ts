import type { Ballot, Question } from '../../model/ballot.js';
import { answerTypeOf, problemsOfAnswer, type VoteProblem } from '../../model/vote-check.js';
import type { Answer, Vote } from '../../model/vote.js';

/** What somebody has filled in for one question. It lives in the page alone: nothing of a vote is kept on a device. */
export interface Entry {
  readonly blank: boolean;
  /** What was chosen, in the order in which it was, or was put. */
  readonly chosen: readonly string[];
  /** By option; of those that are not chosen any more they are kept, in case they are again. */
  readonly points: Readonly<Record<string, number>>;
  readonly grades: Readonly<Record<string, number>>;
}

export const blankEntry: Entry = { blank: false, chosen: [], points: {}, grades: {} };

/** By id of the question. */
export type Entries = Readonly<Record<string, Entry>>;

export const entryOf = (entries: Entries, { id }: Pick<Question, 'id'>): Entry =>
  (Object.hasOwn(entries, id) ? entries[id] : undefined) ?? blankEntry;

/** What an entry says to its question. */
export function answerOf(question: Question, { blank, chosen, points, grades }: Entry): Answer {
  const { id } = question;
  if (blank) return { type: 'blank', question: id };
  const given = (option: string): number => points[option] ?? 0;
  switch (answerTypeOf(question)) {
    case 'points':
      return { type: 'points', question: id, points: Object.fromEntries(chosen.map(option => [option, given(option)])) };
    case 'ranking':
      return { type: 'ranking', question: id, ranking: [...chosen] };
    case 'grades':
      return { type: 'grades', question: id, grades: { ...grades } };
    default:
      return { type: 'choices', question: id, choices: [...chosen] };
  }
}

/** The whole vote. */
export const voteOf = ({ id, version, questions }: Ballot, entries: Entries): Vote => ({
  ballot: id,
  version,
  answers: questions.map(question => answerOf(question, entryOf(entries, question))),
});

/** What is wrong with an entry, as the server would say it too. */
export const problemsOfEntry = (question: Question, entry: Entry): VoteProblem[] =>
  problemsOfAnswer(question, answerOf(question, entry));

/**
 * What is wrong with what was chosen, before it is weighed or put in order.
 *
 * Points are then still to come: what is chosen counts as having one.
 */
export function problemsOfChoice(question: Question, entry: Entry): VoteProblem[] {
  const answer = answerOf(question, entry);
  if (answer.type !== 'points') return problemsOfAnswer(question, answer);
  return problemsOfAnswer(question, { ...answer, points: Object.fromEntries(entry.chosen.map(option => [option, 1])) });
}
