import type { Words } from '../words.js';
import type { OptionFigure } from '../../model/ballot-results.js';
import type { Question } from '../../model/ballot.js';

/** How an option fared, in a few words: votes, points, or its grade. */
export function figureText(
  { t, formats }: Words,
  { counting, rules, method }: Question,
  { votes, score }: Pick<OptionFigure, 'votes' | 'score'>,
): string {
  const rule = counting.rule.value;
  if (rule === 'majority-judgment') {
    const grade = rules.grades?.[score ?? -1];
    return grade ? t('voting-widget.figure.grade', { grade: grade.text }) : t('voting-widget.figure.no-grade');
  }
  if (rule === 'score' && score !== undefined) {
    return counting.average
      ? t('voting-widget.figure.average', { number: formats.number(score, { maximumFractionDigits: 2 }) })
      : t('voting-widget.figure.sum', { number: formats.number(score) });
  }
  if (rule === 'schulze') return t('voting-widget.figure.duels', { count: score ?? 0 });
  const weighed = method.value === 'points' || rule === 'borda';
  if (weighed && score !== undefined) return t('voting-widget.points', { count: score, number: formats.number(score) });
  const count = score ?? votes;
  return t('voting-widget.figure.votes', { count, number: formats.number(count) });
}
