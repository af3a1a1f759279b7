import { expect } from '@open-wc/testing';
import { borda } from '../../../src/model/tally/borda.js';
import { rankings } from './support/rankings.js';
import { scores } from './support/told.js';

describe('borda', () => {
  it('gives k to the first of a ranking of k, 1 to its last, and nothing to the others', () => {
    const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const outcome = borda(options, rankings('1 a b c', '4 c'), { seats: 1, ties: { lot: ['c', 'b', 'a'] } });
    expect(scores(outcome)).to.equal('c 5, a 3, b 2');
    expect(outcome.figures.map(({ votes }) => votes)).to.deep.equal([5, 1, 1]);
  });
});
