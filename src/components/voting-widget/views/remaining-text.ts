import type { Words } from '../../../i18n/words.js';
import type { Question } from '../../../model/ballot.js';
import { remainingOf } from '../../../model/vote-check.js';
import { answerOf, type Entry } from '../entry.js';

/** What is left, and how far it is used up. */
export interface Left {
  readonly text: string;
  /** Of how much how much is used; nothing where there is no end to it. */
  readonly used?: { readonly of: number; readonly now: number };
  /** Whether it is more than there is. */
  readonly over: boolean;
}

/** How much is left of money, points or choices, in words. */
export function leftOf({ t, formats }: Words, question: Question, entry: Entry, step: 'choose' | 'weigh'): Left {
  const { rules } = question;
  const { money, points, choices } = remainingOf(question, answerOf(question, { ...entry, blank: false }));
  if (entry.blank) return { text: t('voting-widget.left.blank'), over: false };
  if (money !== undefined && rules.budget) {
    const { amount, currency } = rules.budget;
    const amounts = { amount: formats.money(Math.abs(money), currency), all: formats.money(amount, currency) };
    const text = money < 0 ? t('voting-widget.left.money-over', amounts) : t('voting-widget.left.money', amounts);
    return { text, used: { of: amount, now: Math.min(amount - money, amount) }, over: money < 0 };
  }
  if (points !== undefined && step === 'weigh') {
    const all = rules.points ?? 0;
    const text =
      points < 0
        ? t('voting-widget.left.points-over', { count: -points })
        : t('voting-widget.left.points', { count: points, all });
    return { text, used: { of: all, now: Math.min(all - points, all) }, over: points < 0 };
  }
  if (question.method.value === 'single') {
    const title = question.options.find(({ id }) => id === entry.chosen[0])?.title.text;
    return { text: title ?? t('voting-widget.left.none'), over: false };
  }
  const count = question.method.value === 'score' ? Object.keys(entry.grades).length : entry.chosen.length;
  if (choices !== undefined && rules.max !== undefined) {
    const all = count + choices;
    return {
      text: t('voting-widget.left.choices', { count, all }),
      used: { of: all, now: Math.min(count, all) },
      over: choices < 0,
    };
  }
  return { text: t('voting-widget.left.chosen', { count }), over: false };
}
