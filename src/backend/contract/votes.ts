import type { Ballot, Question } from '../../model/ballot.js';
import { answerTypeOf, costOf, limitsOf, minimumSpendOf } from '../../model/vote-check.js';
import type { Answer, Vote } from '../../model/vote.js';
import { NotApplicable } from './subject.js';

/** A vote that keeps to the rules of a ballot. */
export function voteFor(ballot: Ballot): Vote {
  return { ballot: ballot.id, version: ballot.version, answers: ballot.questions.map(answerFor) };
}

/** Blank where that is allowed; else as few options as the rules let pass. */
function answerFor(question: Question): Answer {
  const { id, rules } = question;
  if (rules.blank) return { type: 'blank', question: id };
  const choices = fewest(question);
  switch (answerTypeOf(question)) {
    case 'choices':
      return { type: 'choices', question: id, choices };
    case 'ranking':
      return { type: 'ranking', question: id, ranking: choices };
    case 'points':
      return { type: 'points', question: id, points: Object.fromEntries(choices.map(each => [each, 1])) };
    case 'grades':
      return { type: 'grades', question: id, grades: Object.fromEntries(choices.map(each => [each, 0])) };
    default:
      throw new NotApplicable(`the ballot has a method that nobody here knows: ${question.method.value}`);
  }
}

function fewest(question: Question): string[] {
  const { min } = limitsOf(question);
  const least = minimumSpendOf(question);
  const chosen: string[] = [];
  const dearestFirst = [...question.options].sort((one, other) => (other.cost ?? 0) - (one.cost ?? 0));
  for (const { id } of dearestFirst) {
    if (chosen.length >= min && costOf(question, chosen) >= least) break;
    if (costOf(question, [...chosen, id]) <= (question.rules.budget?.amount ?? Infinity)) chosen.push(id);
  }
  return chosen;
}
