import type { BallotSeed } from '../../../src/backend/memory/ballots/ballots-seed.js';
import type { CountedAnswers } from '../../../src/model/count-ballot.js';
import type { Answer } from '../../../src/model/vote.js';

/** Numbers between 0 and 1 that are always the same. */
function numbers(): () => number {
  let state = 20261125;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Question = BallotSeed['questions'][number];

/** Invented votes on an invented ballot: some options are liked more than others, and one voter in twenty leaves the paper blank. */
export function inventedVotes({ questions }: BallotSeed, count: number): CountedAnswers[] {
  const next = numbers();
  return Array.from({ length: count }, () => ({ answers: questions.map(question => answer(question, next)), count: 1 }));
}

function answer({ id: question, method, options, rules = {} }: Question, next: () => number): Answer {
  if (rules.blank !== false && next() < 0.05) return { type: 'blank', question };
  const liking = options
    .map(({ id, cost = 0 }, index) => ({ id, cost, liking: next() + (((index * 7) % options.length) / options.length) * 0.7 }))
    .sort((one, other) => other.liking - one.liking);
  switch (method) {
    case 'single':
      return { type: 'choices', question, choices: liking.slice(0, 1).map(({ id }) => id) };
    case 'budget': {
      let left = rules.budget?.amount ?? 0;
      const choices = liking.flatMap(({ id, cost }) => {
        if (cost > left || next() < 0.2) return [];
        left -= cost;
        return [id];
      });
      return { type: 'choices', question, choices };
    }
    case 'points': {
      const [first, second, third] = liking;
      const points = { [first?.id ?? '']: 5, [second?.id ?? '']: 3, [third?.id ?? '']: 2 };
      return { type: 'points', question, points };
    }
    case 'ranking':
      return {
        type: 'ranking',
        question,
        ranking: liking.slice(0, 1 + Math.floor(next() * (rules.max ?? 3))).map(({ id }) => id),
      };
    case 'score': {
      const best = (rules.grades?.length ?? 1) - 1;
      const grades = liking.map(({ id, liking: much }) => [id, Math.min(best, Math.floor((much / 1.7) * (best + 1)))] as const);
      return { type: 'grades', question, grades: Object.fromEntries(grades) };
    }
    default:
      return {
        type: 'choices',
        question,
        choices: liking.slice(0, 1 + Math.floor(next() * (rules.max ?? 3))).map(({ id }) => id),
      };
  }
}
