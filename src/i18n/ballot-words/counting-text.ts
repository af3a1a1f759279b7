import type { TextKey } from '../texts.js';
import type { Words } from '../words.js';
import type { CountingRule, Question } from '../../model/ballot.js';

const texts: Readonly<Record<CountingRule, TextKey>> = {
  plurality: 'voting-widget.counting.plurality',
  approval: 'voting-widget.counting.approval',
  points: 'voting-widget.counting.points',
  borda: 'voting-widget.counting.borda',
  score: 'voting-widget.counting.score',
  'majority-judgment': 'voting-widget.counting.majority-judgment',
  'instant-runoff': 'voting-widget.counting.instant-runoff',
  schulze: 'voting-widget.counting.schulze',
  greedy: 'voting-widget.counting.greedy',
  'greedy-no-skip': 'voting-widget.counting.greedy-no-skip',
  'greedy-threshold': 'voting-widget.counting.greedy-threshold',
  'greedy-exclusive': 'voting-widget.counting.greedy-exclusive',
  poznan: 'voting-widget.counting.poznan',
  'equal-shares': 'voting-widget.counting.equal-shares',
};

/** How votes on a question are counted, in a sentence. */
export function countingText({ t }: Words, { counting }: Question): string {
  const { rule, threshold = 0 } = counting;
  const key = Object.hasOwn(texts, rule.value) ? texts[rule.value as CountingRule] : undefined;
  // eslint-disable-next-line portico/static-text-keys -- the keys stand in the table above
  return key ? t(key, { threshold }) : (rule.label?.text ?? rule.value);
}
