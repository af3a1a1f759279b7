import type { Words } from '../words.js';
import type { Question } from '../../model/ballot.js';
import { limitsOf, minimumSpendOf } from '../../model/vote-check.js';

/** How a question is answered, in a sentence or two. */
export function rulesText(words: Words, question: Question): string {
  const { t } = words;
  const sentences = [how(words, question), ...(question.rules.blank ? [t('voting-widget.rule.blank')] : [])];
  return sentences.join(' ');
}

function how(words: Words, question: Question): string {
  const { t, formats } = words;
  const { method, rules } = question;
  const { min, max } = limitsOf(question);
  switch (method.value) {
    case 'single':
      return t('voting-widget.rule.single');
    case 'budget': {
      const { amount, currency } = rules.budget ?? { amount: 0, currency: 'EUR' };
      const least = minimumSpendOf(question);
      const money = (cents: number): string => formats.money(cents, currency);
      return [
        t('voting-widget.rule.budget', { amount: money(amount) }),
        ...(least > 0 ? [t('voting-widget.rule.minimum-spend', { amount: money(least) })] : []),
        ...(rules.min !== undefined || rules.max !== undefined ? [numbers(words, question)] : []),
      ].join(' ');
    }
    case 'points':
      return rules.pointsPerOption === undefined
        ? t('voting-widget.rule.points', { count: rules.points ?? 0 })
        : t('voting-widget.rule.points-at-most', { count: rules.points ?? 0, most: rules.pointsPerOption });
    case 'ranking':
      return min > 1 ? t('voting-widget.rule.ranking-between', { min, max }) : t('voting-widget.rule.ranking', { count: max });
    case 'score':
      return t('voting-widget.rule.score');
    default:
      return numbers(words, question);
  }
}

function numbers({ t }: Words, question: Question): string {
  const { min, max } = limitsOf(question);
  const bounded = question.rules.max !== undefined && max < question.options.length;
  if (bounded && min === max) return t('voting-widget.rule.exactly', { count: max });
  if (bounded && min > 1) return t('voting-widget.rule.between', { min, max });
  if (bounded) return t('voting-widget.rule.up-to', { count: max });
  return min > 1 ? t('voting-widget.rule.at-least', { count: min }) : t('voting-widget.rule.any');
}
