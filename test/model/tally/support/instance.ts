import type { CountedVote } from '../../../../src/model/tally/counted-vote.js';
import type { Weights } from '../../../../src/model/tally/option-scores.js';
import type { Option } from '../../../../src/model/tally/option.js';
import type { TieProtocol } from '../../../../src/model/tally/ties.js';
import { grouped } from '../../../../src/model/vote-counting.js';
import { Chance } from './chance.js';

/** A small participatory budget, with many ties. */
export interface Instance {
  readonly options: readonly Option[];
  readonly votes: readonly CountedVote<Weights>[];
  readonly all: number;
  readonly budget: number;
  readonly ties: TieProtocol;
}

/** @param points - Whether votes give points, not only one to each. */
export function instance(seed: number, { points = false } = {}): Instance {
  const chance = new Chance(seed * 7919 + 1);
  const options = Array.from({ length: 1 + chance.below(7) }, (_, index) => ({
    id: `p${String(index)}`,
    cost: chance.oneOf([0, 10, 20, 30, 30, 50, 90]),
  }));
  const all = 1 + chance.below(12);
  const votes = grouped(
    Array.from({ length: all }, () =>
      options.filter(() => chance.below(5) < 2).map(({ id }) => [id, points ? 1 + chance.below(4) : 1] as const),
    ),
  );
  const lot = chance.shuffled(options.map(({ id }) => id));
  return { options, votes, all, budget: 10 + chance.below(300), ties: { lot } };
}

/** The same under other names and in another order. The lot keeps its order. */
export function disguised(
  { options, votes, ties, ...rest }: Instance,
  seed: number,
): { twin: Instance; real: (id: string) => string } {
  const chance = new Chance(seed + 17);
  const names = chance.shuffled(options.map((_, index) => `x${String(index)}`));
  const renamed = new Map(options.map(({ id }, index) => [id, names[index] ?? '']));
  const name = (id: string): string => renamed.get(id) ?? id;
  const real = (other: string): string => options.find(({ id }) => name(id) === other)?.id ?? other;
  return {
    twin: {
      ...rest,
      options: chance.shuffled(options.map(option => ({ ...option, id: name(option.id) }))),
      votes: chance.shuffled(
        votes.map(({ choice, count }) => ({ choice: choice.map(([id, weight]) => [name(id), weight] as const), count })),
      ),
      ties: { lot: ties.lot.map(name) },
    },
    real,
  };
}
