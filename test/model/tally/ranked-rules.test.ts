import { expect } from '@open-wc/testing';
import { instantRunoff } from '../../../src/model/tally/instant-runoff.js';
import { majorityJudgment } from '../../../src/model/tally/majority-judgment.js';
import { electedIn, type Outcome } from '../../../src/model/tally/outcome.js';
import { schulze } from '../../../src/model/tally/schulze.js';
import { grouped } from '../../../src/model/vote-counting.js';
import { Chance } from './support/chance.js';

const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const ties = { lot: ['a', 'b', 'c'] };
const order = ({ figures }: Outcome): string => figures.map(({ option }) => option).join(' ');

/** Rankings as text: `3 a b c` is three votes for a before b before c. */
const rankings = (...lines: string[]) =>
  lines.map(line => {
    const [count, ...choice] = line.split(' ');
    return { choice, count: Number(count) };
  });

describe('instantRunoff', () => {
  it('lets the one with the fewest go until somebody has more than half', () => {
    // 4, 3, 2: c goes, both of its votes go to b, which has 5 of 9.
    const outcome = instantRunoff(options, rankings('4 a', '3 b c', '2 c b'), { ties });
    expect(order(outcome)).to.equal('b a c');
    expect(electedIn(outcome)).to.deep.equal(['b']);
    expect(outcome.steps.filter(({ kind }) => kind === 'round').map(({ figures }) => figures)).to.deep.equal([
      { a: 4, b: 3, c: 2 },
      { a: 4, b: 5 },
    ]);
  });

  it('does not count a vote any more that names none of those who are left', () => {
    const outcome = instantRunoff(options, rankings('4 a', '3 b', '2 c'), { ties });
    // Of 7 that still count 4 are more than half.
    expect(electedIn(outcome)).to.deep.equal(['a']);
    expect(outcome.steps.filter(({ kind }) => kind === 'round')[1]?.numbers).to.include({ votes: 7, exhausted: 2 });
  });

  it('lets the one go that the protocol puts last, where two have the fewest', () => {
    const votes = rankings('3 a', '2 b c', '2 c b');
    expect(electedIn(instantRunoff(options, votes, { ties }))).to.deep.equal(['b']);
    expect(electedIn(instantRunoff(options, votes, { ties: { lot: ['a', 'c', 'b'] } }))).to.deep.equal(['c']);
  });

  it('elects nobody where no vote names anybody', () => {
    expect(electedIn(instantRunoff(options, rankings('5'), { ties }))).to.deep.equal([]);
    expect(instantRunoff([], [], { ties }).figures).to.deep.equal([]);
  });
});

describe('schulze', () => {
  it('breaks a circle where it is weakest', () => {
    // a before b by 5, b before c by 5, c before a by only 4 of 7: the way from a to c over b is stronger than the way back.
    const outcome = schulze(options, rankings('3 a b c', '2 b c a', '2 c a b'), { seats: 1, ties });
    expect(order(outcome)).to.equal('a b c');
    expect(outcome.steps[1]).to.deep.equal({
      kind: 'preferred',
      options: ['a', 'c'],
      numbers: { votes: 3, against: 4, path: 5, back: 4 },
    });
  });

  it('puts those that are not ranked behind all that are, and alike', () => {
    expect(order(schulze(options, rankings('2 c', '1 b'), { seats: 1, ties }))).to.equal('c b a');
  });

  it('elects who wins against each other one, and no rule of runoff elects who loses against each', () => {
    const chance = new Chance(4);
    let circles = 0;
    for (let turn = 0; turn < 300; turn += 1) {
      const ids = ['a', 'b', 'c', 'd'].slice(0, 2 + chance.below(3));
      const all = ids.map(id => ({ id }));
      const votes = grouped(
        Array.from({ length: 1 + chance.below(9) }, () => chance.shuffled(ids).slice(0, 1 + chance.below(ids.length))),
      );
      const lot = chance.shuffled(ids);
      const beats = (one: string, other: string): boolean => {
        const prefer = (first: string, second: string): number =>
          votes
            .filter(
              ({ choice }) =>
                choice.includes(first) && (!choice.includes(second) || choice.indexOf(first) < choice.indexOf(second)),
            )
            .reduce((sum, { count }) => sum + count, 0);
        return prefer(one, other) > prefer(other, one);
      };
      const winner = ids.find(one => ids.every(other => one === other || beats(one, other)));
      const loser = ids.find(one => ids.every(other => one === other || beats(other, one)));
      if (winner === undefined) circles += 1;
      else expect(electedIn(schulze(all, votes, { seats: 1, ties: { lot } }))).to.deep.equal([winner]);
      if (loser !== undefined) expect(electedIn(instantRunoff(all, votes, { ties: { lot } }))).not.to.include(loser);
    }
    expect(circles).to.be.greaterThan(10);
  });
});

describe('majorityJudgment', () => {
  const judged = (grades: Record<string, number[]>): Outcome => {
    const ids = Object.keys(grades);
    const count = grades[ids[0] ?? '']?.length ?? 0;
    const votes = Array.from({ length: count }, (_, at) => ({
      choice: Object.fromEntries(ids.map(id => [id, grades[id]?.[at] ?? 0])),
      count: 1,
    }));
    return majorityJudgment(
      ids.map(id => ({ id })),
      votes,
      { grades: 4, seats: 1, ties: { lot: ids.toSorted() } },
    );
  };

  it('goes by the grade in the middle', () => {
    expect(order(judged({ a: [0, 1, 3], b: [2, 2, 2] }))).to.equal('b a');
  });

  it('takes the lower one where two are in the middle', () => {
    expect(order(judged({ a: [0, 1, 3, 3], b: [0, 2, 2, 2] }))).to.equal('b a');
  });

  it('goes by the larger of the groups around the middle where that is the same', () => {
    // Both have 2. Three would have a higher; two would have b higher and one lower.
    expect(order(judged({ b: [1, 2, 2, 3, 3, 2, 2], a: [2, 2, 2, 2, 3, 3, 3] }))).to.equal('a b');
  });

  it('looks again at those around it where that is the same too', () => {
    // Both have 2 in the middle and two below. Then the middle counts with those below: a has 1 with two above, b has 1 with nobody around.
    expect(order(judged({ b: [1, 1, 2, 2, 2], a: [0, 1, 2, 3, 3] }))).to.equal('a b');
  });

  it('gives the lowest grade to who has none in a vote', () => {
    const votes = [
      { choice: { a: 3 }, count: 2 },
      { choice: { b: 1 }, count: 3 },
    ];
    const outcome = majorityJudgment(options, votes, { grades: 4, seats: 1, ties });
    expect(order(outcome)).to.equal('b a c');
    expect(outcome.figures.map(({ score }) => score)).to.deep.equal([1, 0, 0]);
  });
});
