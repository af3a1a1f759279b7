import type { TextKey } from '../../../i18n/texts.js';
import type { Words } from '../../../i18n/words.js';
import type { Question } from '../../../model/ballot.js';
import type { VoteFault, VoteProblem } from '../../../model/vote-check.js';

const texts: Readonly<Partial<Record<VoteFault, TextKey>>> = {
  'blank-not-allowed': 'voting-widget.problem.blank-not-allowed',
  'not-whole': 'voting-widget.problem.not-whole',
  negative: 'voting-widget.problem.negative',
};

/** What is wrong and what helps, in one sentence. */
export function problemText({ t, formats }: Words, { rules, options }: Question, problem: VoteProblem): string {
  const { fault, limit = 0, has = 0 } = problem;
  const money = (cents: number): string => formats.money(cents, rules.budget?.currency ?? 'EUR');
  switch (fault) {
    case 'too-few':
      return has === 0 && rules.blank
        ? t('voting-widget.problem.nothing', { count: limit })
        : t('voting-widget.problem.too-few', { count: limit - has });
    case 'too-many':
      return t('voting-widget.problem.too-many', { count: has - limit, limit });
    case 'over-budget': {
      const alone = options.find(({ id }) => id === problem.option)?.title.text;
      return alone === undefined
        ? t('voting-widget.problem.over-budget', { amount: money(has - limit) })
        : t('voting-widget.problem.over-budget-alone', { title: alone, amount: money(limit) });
    }
    case 'below-minimum-spend':
      return t('voting-widget.problem.below-minimum-spend', { amount: money(limit - has), least: money(limit) });
    case 'too-many-points':
      return t('voting-widget.problem.too-many-points', { count: has - limit });
    case 'over-option-limit':
      return t('voting-widget.problem.over-option-limit', { count: limit });
    default:
      return t(texts[fault] ?? 'voting-widget.problem.other');
  }
}
