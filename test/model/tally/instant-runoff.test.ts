import { expect } from '@open-wc/testing';
import { instantRunoff } from '../../../src/model/tally/instant-runoff.js';
import { electedIn } from '../../../src/model/tally/outcome.js';
import { Chance } from './support/chance.js';
import { preferring, randomRankings, rankings } from './support/rankings.js';
import { order, stepsOf } from './support/told.js';

const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const four = [...options, { id: 'd' }];
const ties = { lot: ['a', 'b', 'c', 'd'] };

describe('instantRunoff', () => {
  it('lets the one with the fewest go until somebody has more than half', () => {
    // 4, 3, 2: c goes, both of its votes go to b, which has 5 of 9.
    const outcome = instantRunoff(options, rankings('4 a', '3 b c', '2 c b'), { ties });
    expect(order(outcome)).to.equal('b a c');
    expect(electedIn(outcome)).to.deep.equal(['b']);
    expect(outcome.steps).to.deep.equal([
      { kind: 'round', numbers: { round: 1, votes: 9, exhausted: 0 }, figures: { a: 4, b: 3, c: 2 } },
      { kind: 'eliminated', option: 'c', numbers: { round: 1, votes: 2, exhausted: 0 }, figures: { b: 2 } },
      { kind: 'round', numbers: { round: 2, votes: 9, exhausted: 0 }, figures: { a: 4, b: 5 } },
      { kind: 'majority', option: 'b', numbers: { round: 2, votes: 5, of: 9 } },
    ]);
  });

  it('does not count a vote any more that names none of those who are left', () => {
    // Of 7 that still count 4 are more than half, though they are not of all 9.
    const outcome = instantRunoff(options, rankings('4 a', '3 b', '2 c'), { ties });
    expect(electedIn(outcome)).to.deep.equal(['a']);
    expect(stepsOf(outcome, 'round')[1]?.numbers).to.include({ votes: 7, exhausted: 2 });
    expect(stepsOf(outcome, 'eliminated')[0]).to.deep.include({ numbers: { round: 1, votes: 2, exhausted: 2 }, figures: {} });
  });

  it('passes over those who went before', () => {
    // d goes, then c with 2 and 1: its votes name d next, who is gone, so they go to b: 6 of 11.
    const outcome = instantRunoff(four, rankings('5 a', '3 b', '2 c d b', '1 d c b'), { ties });
    expect(stepsOf(outcome, 'eliminated').map(({ option, figures }) => [option, figures])).to.deep.equal([
      ['d', { c: 1 }],
      ['c', { b: 3 }],
    ]);
    expect(order(outcome)).to.equal('b a c d');
  });

  it('lets the one go that the protocol puts last, where two have the fewest', () => {
    const votes = rankings('3 a', '2 b c', '2 c b');
    expect(electedIn(instantRunoff(options, votes, { ties }))).to.deep.equal(['b']);
    expect(electedIn(instantRunoff(options, votes, { ties: { lot: ['a', 'c', 'b'] } }))).to.deep.equal(['c']);
  });

  it('lets the one go that had fewer votes in the first round, before it asks the lot', () => {
    // After d went b and c have 3 each; b had all of them from the beginning, c only 2. Had b gone, a would have won.
    const votes = rankings('5 a', '3 b a', '2 c b', '1 d c b');
    const outcome = instantRunoff(four, votes, { ties: { lot: ['d', 'c', 'b', 'a'] } });
    expect(stepsOf(outcome, 'tie')).to.deep.equal([{ kind: 'tie', options: ['b', 'c'], by: { value: 'votes' } }]);
    expect(electedIn(outcome)).to.deep.equal(['b']);
  });

  it('lets the dearest go where options cost something', () => {
    const priced = options.map((option, index) => ({ ...option, cost: [10, 30, 20][index] ?? 0 }));
    const outcome = instantRunoff(priced, rankings('3 a', '2 b c', '2 c b'), { ties });
    expect(stepsOf(outcome, 'tie')).to.deep.equal([{ kind: 'tie', options: ['c', 'b'], by: { value: 'cost' } }]);
    expect(electedIn(outcome)).to.deep.equal(['c']);
  });

  it('lets one of the last two go where both have half', () => {
    const outcome = instantRunoff(options, rankings('2 a', '2 b'), { ties: { lot: ['c', 'b', 'a'] } });
    expect(electedIn(outcome)).to.deep.equal(['b']);
    expect(stepsOf(outcome, 'eliminated').map(({ option }) => option)).to.deep.equal(['c', 'a']);
    expect(stepsOf(outcome, 'round').at(-1)?.numbers).to.deep.equal({ round: 3, votes: 2, exhausted: 2 });
  });

  it('elects nobody where no vote names anybody', () => {
    const outcome = instantRunoff(options, rankings('5'), { ties });
    expect(electedIn(outcome)).to.deep.equal([]);
    expect(outcome.steps).to.deep.equal([
      { kind: 'round', numbers: { round: 1, votes: 0, exhausted: 0 }, figures: { a: 0, b: 0, c: 0 } },
    ]);
    expect(instantRunoff([], [], { ties }).figures).to.deep.equal([]);
  });

  it('loses no vote on the way, and never elects who would lose against each other one', () => {
    const chance = new Chance(4);
    let losers = 0;
    for (let turn = 0; turn < 300; turn += 1) {
      const { ids, votes, lot } = randomRankings(chance);
      const outcome = instantRunoff(
        ids.map(id => ({ id })),
        votes,
        { ties: { lot } },
      );
      const cast = votes.reduce((sum, { count }) => sum + count, 0);
      for (const { numbers, figures } of stepsOf(outcome, 'round')) {
        const counted = Object.values(figures ?? {}).reduce((sum, each) => sum + each, 0);
        expect([counted, counted + (numbers?.['exhausted'] ?? 0)]).to.deep.equal([numbers?.['votes'], cast]);
      }
      for (const { numbers, figures } of stepsOf(outcome, 'eliminated')) {
        const moved = Object.values(figures ?? {}).reduce((sum, each) => sum + each, 0);
        expect(moved + (numbers?.['exhausted'] ?? 0)).to.equal(numbers?.['votes']);
      }
      const loser = ids.find(one =>
        ids.every(other => one === other || preferring(votes, other, one) > preferring(votes, one, other)),
      );
      if (loser === undefined) continue;
      losers += 1;
      expect(electedIn(outcome)).not.to.include(loser);
    }
    expect(losers).to.be.greaterThan(50);
  });
});
