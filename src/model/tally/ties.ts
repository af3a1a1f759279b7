import type { Option } from './option.js';

/**
 * How ties are broken in a ballot: the lower cost first, then more votes, then a lot. The lot is drawn from a seed that is public, and to
 * which the ballot was committed before the first vote, so that nobody could choose it.
 */
export interface TieProtocol {
  /** All ids of the ballot, in the order in which the lot puts them. See `lot.ts`. */
  readonly lot: readonly string[];
}

/** What decided between options that were equal. */
export type TieReason = 'cost' | 'votes' | 'lot';

/** A tie that was broken, for the explanation. */
export interface BrokenTie {
  /** The options that were equal, in the order in which the protocol puts them. */
  readonly options: readonly string[];
  /** What put the first before the second. */
  readonly by: TieReason;
}

/** What the protocol looks at. */
export interface Tied {
  readonly option: Option;
  /** How many votes name it. */
  readonly votes: number;
}

/** Puts tied options in the order of the protocol, and says what put the first before the second. */
export function untied<Each extends Tied>(
  tied: readonly Each[],
  { lot }: TieProtocol,
): { order: Each[]; by: TieReason | undefined } {
  const place = new Map(lot.map((id, index) => [id, index]));
  const rank = ({ option: { id } }: Tied): number => place.get(id) ?? lot.length;
  const order = [...tied].sort(
    (one, other) => (one.option.cost ?? 0) - (other.option.cost ?? 0) || other.votes - one.votes || rank(one) - rank(other),
  );
  const [first, second] = order;
  if (!first || !second) return { order, by: undefined };
  if (first.option.cost !== second.option.cost) return { order, by: 'cost' };
  return { order, by: first.votes === second.votes ? 'lot' : 'votes' };
}
