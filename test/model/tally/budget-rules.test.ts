import { expect } from '@open-wc/testing';
import { greedyExclusive } from '../../../src/model/tally/greedy-exclusive.js';
import { greedyNoSkip } from '../../../src/model/tally/greedy-no-skip.js';
import { greedyThreshold } from '../../../src/model/tally/greedy-threshold.js';
import { greedy } from '../../../src/model/tally/greedy.js';
import { optionScores } from '../../../src/model/tally/option-scores.js';
import { electedIn, type Outcome } from '../../../src/model/tally/outcome.js';
import { poznan } from '../../../src/model/tally/poznan.js';
import { disguised, instance, type Instance } from './support/instance.js';

const project = (id: string, cost: number, votes: number) => ({ option: { id, cost }, votes, score: votes });

/** 100 to spend: the park fits, the school does not fit beside it, the bench does. */
const count = {
  projects: [project('bench', 40, 6), project('park', 50, 10), project('school', 60, 8)],
  budget: 100,
  ties: { lot: ['bench', 'park', 'school'] },
};

const fates = ({ steps }: Outcome): string => steps.map(({ kind, option }) => `${option ?? ''} ${kind}`).join(', ');

describe('greedy', () => {
  it('takes by votes and passes over what does not fit', () => {
    const outcome = greedy(count);
    expect(electedIn(outcome)).to.deep.equal(['park', 'bench']);
    expect(outcome).to.include({ spent: 90, left: 10 });
    expect(fates(outcome)).to.equal('park taken, school does-not-fit, bench taken');
    expect(outcome.steps[1]?.money).to.deep.equal({ cost: 60, left: 50 });
  });

  it('does not take what nobody wants, nor what costs more than there is', () => {
    const projects = [project('nobody', 1, 0), project('palace', 101, 99)];
    expect(electedIn(greedy({ ...count, projects }))).to.deep.equal([]);
  });

  it('breaks a tie at the money line by the lower cost, then by lot, and says which', () => {
    const dear = { ...count, projects: [project('dear', 90, 5), project('cheap', 80, 5)] };
    expect(electedIn(greedy(dear))).to.deep.equal(['cheap']);
    expect(greedy(dear).steps[0]).to.deep.equal({ kind: 'tie', options: ['cheap', 'dear'], by: { value: 'cost' } });
    const alike = { projects: [project('one', 90, 5), project('two', 90, 5)], budget: 100, ties: { lot: ['two', 'one'] } };
    expect(electedIn(greedy(alike))).to.deep.equal(['two']);
    expect(greedy(alike).steps[0]?.by).to.deep.equal({ value: 'lot' });
  });
});

describe('its relatives', () => {
  it('stop at the first that does not fit', () => {
    expect(fates(greedyNoSkip(count))).to.equal('park taken, school does-not-fit, bench stopped');
  });

  it('ask for a number of votes; just as many are enough', () => {
    expect(electedIn(greedyThreshold(count, 6))).to.deep.equal(['park', 'bench']);
    expect(fates(greedyThreshold(count, 7))).to.equal('park taken, school does-not-fit, bench below-threshold');
  });

  it('take only one of rivals', () => {
    expect(fates(greedyExclusive(count, [['park', 'bench']]))).to.equal('park taken, school does-not-fit, bench rival-taken');
  });

  it('take the first that does not fit when four fifths of it are there', () => {
    // 50 are left, 48 would be enough.
    const outcome = poznan(count);
    expect(electedIn(outcome)).to.deep.equal(['park', 'school']);
    expect(fates(outcome)).to.equal('park taken, school taken-in-part, bench stopped');
    const less = { ...count, projects: [project('park', 53, 10), project('school', 60, 8)] };
    expect(electedIn(poznan(less))).to.deep.equal(['park']);
  });
});

describe('every rule of this kind', () => {
  const counted = ({ options, votes, budget, ties }: Instance) => ({ projects: optionScores(options, votes), budget, ties });

  it('does not care for names, nor for the order of votes and projects', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const first = instance(seed);
      const { twin, real } = disguised(first, seed);
      for (const rule of [greedy, greedyNoSkip, poznan]) {
        expect(electedIn(rule(counted(twin))).map(real)).to.deep.equal(electedIn(rule(counted(first))), String(seed));
      }
    }
  });

  it('spends no more than there is, and elects the same with all money a hundred times as much', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const first = instance(seed, { points: true });
      const hundredfold = {
        ...first,
        budget: first.budget * 100,
        options: first.options.map(option => ({ ...option, cost: (option.cost ?? 0) * 100 })),
      };
      for (const rule of [greedy, greedyNoSkip]) {
        const outcome = rule(counted(first));
        expect(outcome.spent).to.be.at.most(first.budget);
        expect(electedIn(rule(counted(hundredfold)))).to.deep.equal(electedIn(outcome));
      }
    }
  });
});
