import { expect } from '@open-wc/testing';
import { electedIn } from '../../../src/model/tally/outcome.js';
import { score } from '../../../src/model/tally/score.js';
import { order, scores, stepsOf } from './support/told.js';

const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const ties = { lot: ['c', 'b', 'a'] };

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

  it('is not misled by options that are called like what every object has', () => {
    const outcome = score([{ id: 'toString' }, { id: 'a' }], [{ choice: { a: 1 }, count: 2 }], { seats: 1, ties });
    expect(scores(outcome)).to.equal('a 2, toString 0');
  });
});

describe('score by average', () => {
  const averaged = (votes: { choice: Record<string, number>; count: number }[], seats = 1) =>
    score(options, votes, { seats, ties, average: true });

  it('asks only those who gave a grade', () => {
    // a: 3 and 4 are 7/2 on average. b: 3 three times. c: nobody.
    const outcome = averaged([
      { choice: { a: 3, b: 3 }, count: 1 },
      { choice: { a: 4 }, count: 1 },
      { choice: { b: 3 }, count: 2 },
    ]);
    expect(scores(outcome)).to.equal('a 3.5, b 3, c 0');
    expect(stepsOf(outcome, 'average')).to.deep.equal([
      { kind: 'average', option: 'a', numbers: { over: 7, under: 2 } },
      { kind: 'average', option: 'b', numbers: { over: 3, under: 1 } },
      { kind: 'average', option: 'c', numbers: { over: 0, under: 1 } },
    ]);
  });

  it('knows when two fractions are the same, and leaves it to the protocol', () => {
    // 1 of 3 and 2 of 6: the same; more votes first.
    const outcome = averaged([
      { choice: { a: 1 }, count: 1 },
      { choice: { a: 0 }, count: 2 },
      { choice: { b: 1 }, count: 2 },
      { choice: { b: 0 }, count: 4 },
    ]);
    expect(order(outcome)).to.equal('b a c');
    expect(stepsOf(outcome, 'tie')).to.deep.equal([{ kind: 'tie', options: ['b', 'a'], by: { value: 'votes' } }]);
  });

  it('elects nobody without a grade above the lowest', () => {
    expect(electedIn(averaged([{ choice: { a: 0 }, count: 3 }], 3))).to.deep.equal([]);
  });
});
