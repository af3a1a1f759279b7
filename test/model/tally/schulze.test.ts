import { expect } from '@open-wc/testing';
import type { CountedVote, Ranking } from '../../../src/model/tally/counted-vote.js';
import { electedIn } from '../../../src/model/tally/outcome.js';
import { schulze } from '../../../src/model/tally/schulze.js';
import { Chance } from './support/chance.js';
import { preferring, randomRankings, rankings } from './support/rankings.js';
import { order, scores, stepsOf } from './support/told.js';

const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const ties = { lot: ['a', 'b', 'c'] };

/** As the definition reads: of all ways over options that are all different, the one whose weakest link is the strongest. */
function strongest(votes: readonly CountedVote<Ranking>[], ids: readonly string[], from: string, to: string): number {
  const link = (one: string, other: string): number => {
    const votesFor = preferring(votes, one, other);
    return votesFor > preferring(votes, other, one) ? votesFor : 0;
  };
  const over = ids.filter(id => id !== from && id !== to);
  return Math.max(
    link(from, to),
    ...over.map(id =>
      Math.min(
        link(from, id),
        strongest(
          votes,
          ids.filter(each => each !== from),
          id,
          to,
        ),
      ),
    ),
  );
}

describe('schulze', () => {
  it('breaks a circle where it is weakest', () => {
    // a before b by 5, b before c by 5, c before a by only 4 of 7: the way from a to c over b is stronger than the way back.
    const outcome = schulze(options, rankings('3 a b c', '2 b c a', '2 c a b'), { seats: 1, ties });
    expect(scores(outcome)).to.equal('a 2, b 1, c 0');
    expect(stepsOf(outcome, 'preferred')[1]).to.deep.equal({
      kind: 'preferred',
      options: ['a', 'c'],
      numbers: { votes: 3, against: 4, path: 5, back: 4 },
    });
    expect(stepsOf(outcome, 'path')).to.deep.equal([{ kind: 'path', options: ['a', 'b', 'c'], numbers: { votes: 5 } }]);
  });

  it('tells the tables of that', () => {
    const outcome = schulze(options, rankings('3 a b c', '2 b c a', '2 c a b'), { seats: 1, ties });
    expect(stepsOf(outcome, 'pairs').map(({ option, figures }) => [option, figures])).to.deep.equal([
      ['a', { b: 5, c: 3 }],
      ['b', { a: 2, c: 5 }],
      ['c', { a: 4, b: 2 }],
    ]);
    expect(stepsOf(outcome, 'paths').map(({ option, figures }) => [option, figures])).to.deep.equal([
      ['a', { b: 5, c: 5 }],
      ['b', { a: 4, c: 5 }],
      ['c', { a: 4, b: 4 }],
    ]);
  });

  it('tells no tables that nobody could read', () => {
    const many = Array.from({ length: 41 }, (_, index) => ({ id: `n${String(index)}` }));
    const outcome = schulze(many, rankings('1 n3 n4'), { seats: 1, ties: { lot: [] } });
    expect(stepsOf(outcome, 'pairs')).to.deep.equal([]);
    expect(electedIn(outcome)).to.deep.equal(['n3']);
  });

  it('puts those that are not ranked behind all that are, and alike', () => {
    expect(order(schulze(options, rankings('2 c', '1 b'), { seats: 1, ties }))).to.equal('c b a');
  });

  it('leaves it to the protocol who comes first of those who have nobody before them, however many they come before', () => {
    // a and b have one vote each against each other, b and c too; both put a before c. So nobody is before a or b, and only c has one before it.
    const votes = rankings('1 a c b', '1 b a c');
    const byLot = (...lot: string[]) => schulze(options, votes, { seats: 1, ties: { lot } });
    expect(scores(byLot('c', 'b', 'a'))).to.equal('b 0, a 1, c 0');
    expect(stepsOf(byLot('c', 'b', 'a'), 'tie')).to.deep.equal([{ kind: 'tie', options: ['b', 'a'], by: { value: 'lot' } }]);
    // Once a is out of the way nobody is before c any more.
    expect(order(byLot('a', 'c', 'b'))).to.equal('a c b');
  });

  it('elects as many as there are seats, and nobody without votes', () => {
    const votes = rankings('3 a b c', '2 b c a', '2 c a b');
    expect(electedIn(schulze(options, votes, { seats: 2, ties }))).to.deep.equal(['a', 'b']);
    expect(electedIn(schulze(options, rankings('5'), { seats: 2, ties }))).to.deep.equal([]);
    expect(schulze([], [], { seats: 1, ties }).figures).to.deep.equal([]);
  });

  it('elects who wins against each other one; without such a one it keeps to the strongest ways', () => {
    const chance = new Chance(4);
    let circles = 0;
    for (let turn = 0; turn < 300; turn += 1) {
      const { ids, votes, lot } = randomRankings(chance);
      const outcome = schulze(
        ids.map(id => ({ id })),
        votes,
        { seats: 1, ties: { lot } },
      );
      const winner = ids.find(one =>
        ids.every(other => one === other || preferring(votes, one, other) > preferring(votes, other, one)),
      );
      if (winner === undefined) circles += 1;
      else expect(electedIn(outcome)).to.deep.equal([winner]);
      const inOrder = outcome.figures.map(({ option }) => option);
      inOrder.forEach((one, place) => {
        for (const later of inOrder.slice(place + 1)) {
          expect(strongest(votes, ids, one, later)).to.be.at.least(strongest(votes, ids, later, one));
        }
      });
    }
    expect(circles).to.be.greaterThan(10);
  });
});
