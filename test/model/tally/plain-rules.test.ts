import { expect } from '@open-wc/testing';
import { approval } from '../../../src/model/tally/approval.js';
import { borda } from '../../../src/model/tally/borda.js';
import type { Outcome } from '../../../src/model/tally/outcome.js';
import { electedIn } from '../../../src/model/tally/outcome.js';
import { plurality } from '../../../src/model/tally/plurality.js';
import { points } from '../../../src/model/tally/points.js';
import { score } from '../../../src/model/tally/score.js';

const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const ties = { lot: ['c', 'b', 'a'] };

const scores = ({ figures }: Outcome): string => figures.map(({ option, score: has }) => `${option} ${String(has)}`).join(', ');

describe('plurality', () => {
  it('elects who is named most, and counts no vote that names two', () => {
    const votes = [
      { choice: ['a'], count: 3 },
      { choice: ['b'], count: 4 },
      { choice: ['a', 'c'], count: 9 },
    ];
    const outcome = plurality(options, votes, { seats: 1, ties });
    expect(scores(outcome)).to.equal('b 4, a 3, c 0');
    expect(electedIn(outcome)).to.deep.equal(['b']);
  });

  it('elects nobody where nobody votes', () => {
    expect(electedIn(plurality(options, [], { seats: 1, ties }))).to.deep.equal([]);
    expect(plurality([], [], { seats: 1, ties }).figures).to.deep.equal([]);
  });
});

describe('approval', () => {
  it('counts each approval as one, and breaks a tie at the last seat by lot, and says so', () => {
    const votes = [
      { choice: ['a', 'b'], count: 2 },
      { choice: ['a', 'c'], count: 2 },
    ];
    const outcome = approval(options, votes, { seats: 2, ties });
    expect(scores(outcome)).to.equal('a 4, c 2, b 2');
    expect(electedIn(outcome)).to.deep.equal(['a', 'c']);
    expect(outcome.steps).to.deep.include({ kind: 'tie', options: ['c', 'b'], by: { value: 'lot' } });
  });

  it('says nothing of a tie that decides nothing', () => {
    const votes = [{ choice: ['a', 'b'], count: 2 }];
    expect(approval(options, votes, { seats: 2, ties }).steps.map(({ kind }) => kind)).to.deep.equal(['most', 'most']);
  });
});

describe('points', () => {
  it('adds them up', () => {
    const votes = [
      { choice: { a: 5, b: 1 }, count: 2 },
      { choice: { b: 6 }, count: 2 },
    ];
    expect(scores(points(options, votes, { seats: 1, ties }))).to.equal('b 14, a 10, c 0');
  });
});

describe('borda', () => {
  it('gives k to the first of a ranking of k, 1 to its last, and nothing to the others', () => {
    const votes = [
      { choice: ['a', 'b', 'c'], count: 1 },
      { choice: ['c'], count: 4 },
    ];
    expect(scores(borda(options, votes, { seats: 1, ties }))).to.equal('c 5, a 3, b 2');
  });
});

describe('score', () => {
  it('adds grades up; who has no grade has the lowest', () => {
    const votes = [
      { choice: { a: 3, b: 2 }, count: 1 },
      { choice: { b: 2, c: 0 }, count: 1 },
    ];
    const outcome = score(options, votes, { seats: 1, ties });
    expect(scores(outcome)).to.equal('b 4, a 3, c 0');
    expect(outcome.figures.map(({ votes: graded }) => graded)).to.deep.equal([2, 1, 1]);
  });
});
