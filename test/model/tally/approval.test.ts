import { expect } from '@open-wc/testing';
import { approval } from '../../../src/model/tally/approval.js';
import { electedIn } from '../../../src/model/tally/outcome.js';
import { scores, stepsOf } from './support/told.js';

const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const ties = { lot: ['c', 'b', 'a'] };

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
    expect(stepsOf(approval(options, [], { seats: 2, ties }), 'tie')).to.deep.equal([]);
  });

  it('says what put the last who has a seat before the next, not what put the first before the second', () => {
    // a is the cheapest of three that are equal. Then b and c cost the same, and only the lot is left.
    const priced = options.map(option => ({ ...option, cost: option.id === 'a' ? 1 : 5 }));
    const votes = [{ choice: ['a', 'b', 'c'], count: 1 }];
    const tie = (seats: number) => stepsOf(approval(priced, votes, { seats, ties }), 'tie');
    expect(tie(1)).to.deep.equal([{ kind: 'tie', options: ['a', 'c', 'b'], by: { value: 'cost' } }]);
    expect(tie(2)).to.deep.equal([{ kind: 'tie', options: ['a', 'c', 'b'], by: { value: 'lot' } }]);
    expect(tie(3)).to.deep.equal([]);
  });
});
