import type { BallotResults } from './ballot-results.js';
import { countQuestion, type CountedQuestion } from './tally/count-question.js';
import { drawLots } from './tally/lot.js';
import type { Answer } from './vote.js';

/** Answers of votes that all say the same. */
export interface CountedAnswers {
  readonly answers: readonly Answer[];
  readonly count: number;
}

/**
 * Counts all questions of a ballot: on the server, in a backend without one, and in the browser of whoever wants to see for themselves.
 *
 * @param seed - With which lots are drawn, by question.
 */
export async function countBallot(
  { questions }: { readonly questions: readonly CountedQuestion[] },
  votes: readonly CountedAnswers[],
  seed: string,
): Promise<BallotResults['questions']> {
  return Promise.all(
    questions.map(async question => {
      const ids = question.options.map(({ id }) => id);
      const lot = await drawLots(`${seed}/${question.id}`, ids);
      return countQuestion(question, answersTo(question.id, votes), { lot });
    }),
  );
}

function answersTo(question: string, votes: readonly CountedAnswers[]): Answer[] {
  return votes.flatMap(({ answers, count }) => {
    const answer = answers.find(each => each.question === question);
    return answer ? Array<Answer>(count).fill(answer) : [];
  });
}

/** Whether two counts say the same: who is elected, in which order, and with how much. */
export function sameResult(one: BallotResults['questions'], other: BallotResults['questions']): boolean {
  const plain = (questions: BallotResults['questions']): string =>
    JSON.stringify(
      questions.map(({ question, votes, blank, figures, spent, left }) => [
        question,
        votes,
        blank,
        spent ?? null,
        left ?? null,
        figures.map(({ option, votes: named, score, elected }) => [option, named, score ?? null, elected]),
      ]),
    );
  return plain(one) === plain(other);
}
