import { expect } from '@open-wc/testing';
import { electedIn } from '../../../src/model/tally/outcome.js';
import { plurality } from '../../../src/model/tally/plurality.js';
import { scores } from './support/told.js';

const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const ties = { lot: ['c', 'b', 'a'] };

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

  it('elects nobody without a vote, also where there are more seats', () => {
    expect(electedIn(plurality(options, [], { seats: 1, ties }))).to.deep.equal([]);
    expect(electedIn(plurality(options, [{ choice: ['a'], count: 1 }], { seats: 2, ties }))).to.deep.equal(['a']);
    expect(plurality([], [], { seats: 1, ties }).figures).to.deep.equal([]);
  });
});
