import type { CountedVote } from './tally/counted-vote.js';
import type { Answer } from './vote.js';

/**
 * An answer in the one form that all have who say the same: options sorted, no points where there are none. In which order somebody pressed
 * counts for nothing, and could be agreed as a sign by which a vote is found again.
 */
export function plainAnswer(answer: Answer): Answer {
  const { type, question } = answer;
  switch (type) {
    case 'choices':
      return { type, question, choices: [...answer.choices].sort() };
    case 'points':
      return { type, question, points: inOrder(Object.entries(answer.points).filter(([, points]) => points !== 0)) };
    case 'grades':
      return { type, question, grades: inOrder(Object.entries(answer.grades)) };
    case 'ranking':
      return { type, question, ranking: answer.ranking };
    case 'blank':
      return { type, question };
  }
}

const inOrder = (numbers: readonly [option: string, number: number][]): Record<string, number> =>
  Object.fromEntries([...numbers].sort(([one], [other]) => (one < other ? -1 : 1)));

/**
 * Puts votes together that say the same. They are told apart by their letters, so plain answers come first (`plainAnswer`). Lists count in their order: a ranking is another when two places are exchanged.
 */
export function grouped<Choice>(choices: Iterable<Choice>): CountedVote<Choice>[] {
  const groups = new Map<string, { choice: Choice; count: number }>();
  for (const choice of choices) {
    const key = JSON.stringify(choice);
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { choice, count: 1 });
  }
  return [...groups.values()];
}
