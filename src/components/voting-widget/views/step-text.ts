import type { Words } from '../../../i18n/words.js';
import type { QuestionResult, ResultStep } from '../../../model/ballot-results.js';
import type { Question } from '../../../model/ballot.js';
import { figureText } from '../../../i18n/ballot-words/figure-text.js';

/** How a rule got to its result, in plain sentences. What we have no words for is left out: the figures say the same. */
export function stepTexts(words: Words, question: Question, steps: QuestionResult['steps']): string[] {
  return steps.flatMap(step => stepText(words, question, step) ?? []);
}

function stepText(words: Words, question: Question, step: ResultStep): string | undefined {
  const { t, formats } = words;
  const { score, votes = 0, grade: at = -1, round = 0, of, greedy = 0, shares = 0 } = step.numbers ?? {};
  const { cost, left, each } = step.money ?? {};
  const names = new Map(question.options.map(({ id, title }) => [id, title.text]));
  const title = names.get(step.option ?? '') ?? step.option ?? '';
  const listed = formats.list((step.options ?? []).map(id => names.get(id) ?? id));
  const amount = (cents = 0): string => formats.money(cents, question.rules.budget?.currency ?? 'EUR');
  const grade = question.rules.grades?.[at]?.text ?? '';
  const support = figureText(words, question, { votes, ...(score !== undefined && { score }) });
  const ofVotes = (count = 0): string => t('voting-widget.figure.votes', { count, number: formats.number(count) });
  const bought = { title, support, cost: amount(cost), left: amount(left) };
  switch (step.kind) {
    case 'taken':
      return t('voting-widget.step.taken', bought);
    case 'does-not-fit':
      return t('voting-widget.step.does-not-fit', bought);
    case 'stopped':
      return t('voting-widget.step.stopped', bought);
    case 'below-threshold':
      return t('voting-widget.step.below-threshold', bought);
    case 'rival-taken':
      return t('voting-widget.step.rival-taken', bought);
    case 'taken-in-part':
      return t('voting-widget.step.taken-in-part', bought);
    case 'bought':
      return t('voting-widget.step.bought', { ...bought, each: amount(each) });
    case 'added':
      return t('voting-widget.step.added', bought);
    case 'share':
      return t('voting-widget.step.share', { each: amount(each) });
    case 'most':
      return t('voting-widget.step.most', { title, support });
    case 'round':
      return t('voting-widget.step.round', { round: round, votes: ofVotes(votes) });
    case 'majority':
      return t('voting-widget.step.majority', { title, votes: ofVotes(votes), of: ofVotes(of) });
    case 'eliminated':
      return t('voting-widget.step.eliminated', { title, votes: ofVotes(votes) });
    case 'preferred': {
      const [one = '', other = ''] = (step.options ?? []).map(id => names.get(id) ?? id);
      return t('voting-widget.step.preferred', { one, other });
    }
    case 'majority-grade':
      return t('voting-widget.step.majority-grade', { title, grade });
    case 'tie':
      return tie(words, listed, step.by?.value);
    case 'comparison':
      return greedy > shares
        ? t('voting-widget.step.comparison-greedy', { more: greedy, fewer: shares })
        : t('voting-widget.step.comparison-shares', { more: shares, fewer: greedy });
    default:
      return undefined;
  }
}

function tie({ t }: Words, titles: string, by: string | undefined): string {
  switch (by) {
    case 'cost':
      return t('voting-widget.step.tie-cost', { titles });
    case 'votes':
      return t('voting-widget.step.tie-votes', { titles });
    default:
      return t('voting-widget.step.tie-lot', { titles });
  }
}
