import type { CountedVote } from '../../../../src/model/tally/counted-vote.js';
import type { Weights } from '../../../../src/model/tally/option-scores.js';
import type { Option } from '../../../../src/model/tally/option.js';
import { compared, dividedBy, minus, plus, rational, times, zero, type Rational } from '../../../../src/model/tally/rational.js';
import { untied, type TieProtocol } from '../../../../src/model/tally/ties.js';

/**
 * Equal Shares as its definition reads, in fractions, one voter after the other and nothing saved: slow, and easy to check by eye. The real
 * one has to elect the same.
 */
export function naiveEqualShares(
  options: readonly Option[],
  votes: readonly CountedVote<Weights>[],
  share: Rational,
  ties: TieProtocol,
): string[] {
  const voters = votes.flatMap(({ choice, count }) => Array.from({ length: count }, () => ({ choice, money: share })));
  const weightOf = (choice: Weights, id: string): number => choice.find(([option]) => option === id)?.[1] ?? 0;
  const supported = options.map(option => ({
    option,
    votes: voters.filter(({ choice }) => weightOf(choice, option.id) > 0).length,
  }));
  const wanted = supported.filter(each => each.votes > 0);
  const elected = wanted.filter(({ option }) => option.cost === 0).map(({ option }) => option.id);
  let left = wanted.filter(({ option }) => option.cost !== 0);
  for (;;) {
    const offers = left.flatMap(each => {
      const cost = rational(each.option.cost ?? 0);
      const supporters = voters.flatMap(voter => {
        const weight = weightOf(voter.choice, each.option.id);
        return weight > 0 ? [{ voter, weight: rational(weight) }] : [];
      });
      if (
        compared(
          supporters.reduce((sum, { voter }) => plus(sum, voter.money), zero),
          cost,
        ) < 0
      )
        return [];
      // From who can pay the least for a unit of support: each either pays all, or all from here on pay alike.
      const poorest = [...supporters].sort((one, other) =>
        compared(dividedBy(one.voter.money, one.weight), dividedBy(other.voter.money, other.weight)),
      );
      let open = cost;
      for (const [at, { voter, weight }] of poorest.entries()) {
        const support = poorest.slice(at).reduce((sum, rest) => plus(sum, rest.weight), zero);
        const payment = dividedBy(open, support);
        if (compared(times(payment, weight), voter.money) <= 0)
          return [{ ...each, supporters, payment, worth: dividedBy(cost, payment) }];
        open = minus(open, voter.money);
      }
      return [];
    });
    left = left.filter(each => offers.some(({ option }) => option === each.option));
    const [first, ...others] = offers;
    if (!first) return elected;
    const best = others.reduce((found, other) => (compared(other.worth, found.worth) > 0 ? other : found), first);
    const [chosen = first] = untied(
      offers.filter(({ worth }) => compared(worth, best.worth) === 0),
      ties,
    ).order;
    for (const { voter, weight } of chosen.supporters) {
      const due = times(chosen.payment, weight);
      voter.money = compared(due, voter.money) < 0 ? minus(voter.money, due) : zero;
    }
    elected.push(chosen.option.id);
    left = left.filter(({ option }) => option !== chosen.option);
  }
}
