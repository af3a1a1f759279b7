import { expect } from '@open-wc/testing';
import { points } from '../../../src/model/tally/points.js';
import { scores } from './support/told.js';

describe('points', () => {
  it('adds them up', () => {
    const votes = [
      { choice: { a: 5, b: 1 }, count: 2 },
      { choice: { b: 6 }, count: 2 },
    ];
    const outcome = points([{ id: 'a' }, { id: 'b' }, { id: 'c' }], votes, { seats: 1, ties: { lot: ['c', 'b', 'a'] } });
    expect(scores(outcome)).to.equal('b 14, a 10, c 0');
  });

  it('puts the one first that more gave points to, where they have as many', () => {
    const votes = [
      { choice: { a: 4 }, count: 1 },
      { choice: { b: 2 }, count: 2 },
    ];
    const outcome = points([{ id: 'a' }, { id: 'b' }], votes, { seats: 1, ties: { lot: ['a', 'b'] } });
    expect(scores(outcome)).to.equal('b 4, a 4');
    expect(outcome.steps[0]).to.deep.equal({ kind: 'tie', options: ['b', 'a'], by: { value: 'votes' } });
  });
});
