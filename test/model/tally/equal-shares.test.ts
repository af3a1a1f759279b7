import { expect } from '@open-wc/testing';
import { comparison } from '../../../src/model/tally/comparison.js';
import { completionAdd1 } from '../../../src/model/tally/completion-add1.js';
import { completionAdd1u } from '../../../src/model/tally/completion-add1u.js';
import { completionUtilitarian } from '../../../src/model/tally/completion-utilitarian.js';
import { equalShares, type SharesRun } from '../../../src/model/tally/equal-shares.js';
import { withMinimumSupport } from '../../../src/model/tally/minimum-support.js';
import { rational } from '../../../src/model/tally/rational.js';
import { sharesProfile } from '../../../src/model/tally/shares-profile.js';
import { disguised, instance, type Instance } from './support/instance.js';
import { naiveEqualShares } from './support/naive-equal-shares.js';

const bought = ({ rounds }: SharesRun): string[] => rounds.map(({ project }) => project.id);

const shares = ({ options, votes, all, budget, ties }: Instance): SharesRun =>
  equalShares(sharesProfile(options, votes, { all, ties }), rational(budget, all));

/** Three voters with 30 each. All want the school for 60, two want the park for 30, the third alone the tree for 20. */
const three: Instance = {
  options: [
    { id: 'park', cost: 30 },
    { id: 'school', cost: 60 },
    { id: 'tree', cost: 20 },
  ],
  votes: [
    { choice: [['school', 1], ['park', 1]], count: 2 }, // prettier-ignore
    { choice: [['school', 1], ['tree', 1]], count: 1 }, // prettier-ignore
  ],
  all: 3,
  budget: 90,
  ties: { lot: ['park', 'school', 'tree'] },
};

const profileOf = ({ options, votes, all, ties }: Instance) => sharesProfile(options, votes, { all, ties });

describe('equalShares', () => {
  it('buys what is worth the most votes, and lets its supporters pay alike', () => {
    // The school is worth 3 votes, at 20 each. Then 10 are left to each: the park's two have 20 of 30, the tree's one 10 of 20.
    const run = shares(three);
    expect(bought(run)).to.deep.equal(['school']);
    expect(run.cost).to.equal(60);
    expect(run.rounds[0]).to.include({ each: 20, effectiveVotes: 3 });
  });

  it('lets who has less pay all they have, and counts the project for less', () => {
    const votes = [
      { choice: [['a', 1]] as const, count: 2 },
      { choice: [['a', 1], ['b', 1]] as const, count: 1 }, // prettier-ignore
      { choice: [['b', 1]] as const, count: 1 },
    ];
    const options = [
      { id: 'a', cost: 24 },
      { id: 'b', cost: 12 },
    ];
    // Each has 10. a: 8 each from three. Of b's supporters one has 2 left, so the other pays 10: worth 12 / 10 of a vote.
    const run = equalShares(sharesProfile(options, votes, { all: 4, ties: { lot: ['a', 'b'] } }), rational(10));
    expect(bought(run)).to.deep.equal(['a', 'b']);
    expect(run.rounds[1]?.effectiveVotes).to.be.closeTo(1.2, 1e-9);
  });

  it('takes what costs nothing at once, when somebody wants it', () => {
    const options = [
      { id: 'free', cost: 0 },
      { id: 'unwanted', cost: 0 },
    ];
    const profile = sharesProfile(options, [{ choice: [['free', 1]], count: 1 }], {
      all: 1,
      ties: { lot: ['free', 'unwanted'] },
    });
    expect(bought(equalShares(profile, rational(0)))).to.deep.equal(['free']);
  });

  it('buys nothing without votes, without projects, or above the whole budget', () => {
    const profile = sharesProfile([{ id: 'palace', cost: 100 }], [{ choice: [['palace', 1]], count: 9 }], {
      all: 9,
      ties: { lot: [] },
    });
    expect(bought(equalShares(profile, rational(99, 9)))).to.deep.equal([]);
    expect(bought(equalShares(sharesProfile([], [], { all: 0, ties: { lot: [] } }), rational(0)))).to.deep.equal([]);
  });

  it('counts a blank vote’s share as nobody’s', () => {
    expect(bought(shares({ ...three, all: 4, budget: 80 }))).to.deep.equal(['school']);
    // 12 to each: 36 of 60 for the school, 24 of 30 for the park, 12 of 20 for the tree.
    expect(bought(shares({ ...three, all: 7, budget: 84 }))).to.deep.equal([]);
  });

  for (const points of [false, true]) {
    it(`is what the definition says, in fractions, voter by voter${points ? ', also with points' : ''}`, () => {
      for (let seed = 0; seed < 400; seed += 1) {
        const { options, votes, all, budget, ties } = instance(seed, { points });
        const naive = naiveEqualShares(options, votes, rational(budget, all), ties);
        expect(bought(shares({ options, votes, all, budget, ties }))).to.deep.equal(naive, String(seed));
      }
    });
  }

  it('does not care for names nor order, spends no more than there is, and is the same in another currency', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const first = instance(seed);
      const { twin, real } = disguised(first, seed);
      const run = shares(first);
      const costly = (ids: string[]): string[] => ids.filter(id => first.options.find(option => option.id === id)?.cost !== 0);
      expect(costly(bought(shares(twin)).map(real))).to.deep.equal(costly(bought(run)), String(seed));
      expect(run.cost).to.be.at.most(first.budget);
      const hundredfold = first.options.map(option => ({ ...option, cost: (option.cost ?? 0) * 100 }));
      expect(bought(shares({ ...first, options: hundredfold, budget: first.budget * 100 }))).to.deep.equal(bought(run));
    }
  });
});

describe('completions', () => {
  it('add1 lets shares grow while what they buy can be paid', () => {
    // From 35 on the park's two have 15 each after the school; from 40 on the tree too, but then all three cost 110.
    const completed = completionAdd1(profileOf(three), { budget: 90, step: 1 });
    expect(bought(completed)).to.deep.equal(['school', 'park']);
    expect(completed).to.include({ share: 39, cost: 90, tries: 11 });
  });

  it('add1 does not stop when nothing else fits, unless it is told to', () => {
    const { instance: found, stopped, went } = exhaustiveExample();
    expect(stopped).not.to.deep.equal(went);
    expect([...stopped, ...went].every(id => found.options.some(option => option.id === id))).to.equal(true);
  });

  it('add1 stops when all that anybody wants is bought', () => {
    const completed = completionAdd1(profileOf(three), { budget: 1000, step: 1 });
    expect(bought(completed)).to.have.length(3);
    expect(completed.tries).to.equal(1);
  });

  it('add1 passes over steps that cannot change anything, and is what step after step gives', () => {
    // The hall's one supporter has enough for it from 1000 on, but then it does not fit beside the park: 999 is the last share that holds.
    const dear = {
      options: [
        { id: 'park', cost: 30 },
        { id: 'hall', cost: 1000 },
      ],
      votes: [{ choice: [['park', 1]], count: 2 }, { choice: [['hall', 1]], count: 1 }] as const, // prettier-ignore
      all: 3,
      budget: 1020,
      ties: { lot: ['park', 'hall'] },
    };
    const completed = completionAdd1(profileOf(dear), { budget: 1020, step: 1 });
    expect(bought(completed)).to.deep.equal(['park']);
    expect(completed).to.include({ share: 999, tries: 2 });
    for (let seed = 0; seed < 200; seed += 1) {
      const each = instance(seed, { points: seed % 3 === 0 });
      const { rounds, share } = completionAdd1(profileOf(each), { budget: each.budget, step: 2 });
      if (each.budget / each.all < 2) continue;
      expect([bought({ rounds, cost: 0 }), share], String(seed)).to.deep.equal(stepAfterStep(each, 2));
    }
  });

  it('add1 is not stopped by what costs more than there is, for instance because it was withdrawn', () => {
    const withdrawn = {
      ...three,
      options: three.options.map(option => (option.id === 'tree' ? { ...option, cost: 91 } : option)),
    };
    expect(bought(completionAdd1(profileOf(withdrawn), { budget: 90, step: 1 }))).to.deep.equal(['school', 'park']);
  });

  it('add1 is the same in another currency, when the step is too', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const each = instance(seed);
      const options = each.options.map(option => ({ ...option, cost: (option.cost ?? 0) * 100 }));
      const hundredfold = completionAdd1(profileOf({ ...each, options }), { budget: each.budget * 100, step: 300 });
      const { rounds, share } = completionAdd1(profileOf(each), { budget: each.budget, step: 3 });
      expect(bought(hundredfold)).to.deep.equal(bought({ rounds, cost: 0 }), String(seed));
      expect(hundredfold.share).to.be.closeTo(share * 100, 1e-6);
    }
  });

  it('the utilitarian one fills up by votes, and passes over what does not fit', () => {
    const { run, steps } = completionUtilitarian(profileOf(three), 85, shares({ ...three, budget: 85 }));
    expect(bought(run)).to.deep.equal(['school', 'tree']);
    expect(run.cost).to.equal(80);
    expect(steps).to.deep.equal([
      { kind: 'added', option: 'tree', money: { cost: 20, left: 25 }, numbers: { votes: 1, score: 1 } },
    ]);
  });

  it('add1u does the one and then the other', () => {
    expect(bought(completionAdd1u(profileOf({ ...three, budget: 110 }), { budget: 109, step: 1 }).run)).to.deep.equal([
      'school',
      'park',
    ]);
    const { run } = completionAdd1u(profileOf(three), { budget: 112, step: 100 });
    expect(bought(run)).to.deep.equal(['school', 'park', 'tree']);
  });

  it('never spend more than there is', () => {
    for (let seed = 0; seed < 120; seed += 1) {
      const each = instance(seed);
      const { run, shares: grown } = completionAdd1u(profileOf(each), { budget: each.budget, step: 1 });
      expect(run.cost).to.be.at.most(each.budget);
      expect(run.cost).to.be.at.least(grown.cost);
    }
  });
});

/** Tries every share, in fractions. */
function stepAfterStep({ options, votes, all, budget, ties }: Instance, step: number): [string[], number] {
  const possible = options.filter(({ cost = 0 }) => cost <= budget);
  const wanted = possible.filter(({ id }) => votes.some(({ choice }) => choice.some(([option]) => option === id)));
  const costOf = (ids: string[]): number =>
    possible.filter(({ id }) => ids.includes(id)).reduce((sum, { cost = 0 }) => sum + cost, 0);
  let share = Math.floor(budget / all / step) * step;
  let elected = naiveEqualShares(possible, votes, rational(share), ties);
  while (elected.length < wanted.length) {
    const next = naiveEqualShares(possible, votes, rational(share + step), ties);
    if (costOf(next) > budget) break;
    elected = next;
    share += step;
  }
  return [elected, share];
}

/** The first of many small cases in which going on after nothing else fits elects others. */
function exhaustiveExample(): { instance: Instance; stopped: string[]; went: string[] } {
  for (let seed = 0; seed < 3000; seed += 1) {
    const each = instance(seed);
    const options = { budget: each.budget, step: 1 };
    const went = bought(completionAdd1(profileOf(each), options)).toSorted();
    const stopped = bought(completionAdd1(profileOf(each), { ...options, stopWhenExhaustive: true })).toSorted();
    if (went.join() !== stopped.join()) return { instance: each, stopped, went };
  }
  throw new Error('There is none.');
}

describe('comparison', () => {
  it('counts who got more by the one and by the other, also those who got nothing by one of them', () => {
    const votes = [
      { choice: [['a', 1]] as const, count: 5 },
      { choice: [['b', 1], ['c', 1]] as const, count: 3 }, // prettier-ignore
      { choice: [['d', 1]] as const, count: 2 },
    ];
    expect(comparison(votes, new Set(['a']), new Set(['b', 'c']))).to.deep.equal({ first: 5, second: 3, equal: 2 });
  });
});

describe('withMinimumSupport', () => {
  it('leaves out what is dear for how few want it', () => {
    // Two of three votes, 30 of 90: stays. One of three for 90 of 90 would be just enough.
    const kept = withMinimumSupport(profileOf({ ...three, options: [...three.options, { id: 'nobody', cost: 1 }] }), 90);
    expect(kept.projects.map(({ id }) => id)).to.deep.equal(['park', 'school', 'tree']);
  });
});
