import { expect } from '@open-wc/testing';
import { majorityJudgment } from '../../../src/model/tally/majority-judgment.js';
import { electedIn, type Outcome } from '../../../src/model/tally/outcome.js';
import { Chance } from './support/chance.js';
import { order, stepsOf } from './support/told.js';

const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const ties = { lot: ['a', 'b', 'c'] };

/** The grades that voters give to each option, in the order of the voters. */
function judged(grades: Record<string, number[]>, seats = 1): Outcome {
  const ids = Object.keys(grades);
  const votes = (grades[ids[0] ?? ''] ?? []).map((_, voter) => ({
    choice: Object.fromEntries(ids.map(id => [id, grades[id]?.[voter] ?? 0])),
    count: 1,
  }));
  return majorityJudgment(
    ids.map(id => ({ id })),
    votes,
    { grades: 4, seats, ties: { lot: ids.toSorted() } },
  );
}

/** The definition in other words: the grade in the middle is written down and taken away, until there is none. The greater such list wins. */
function middleAfterMiddle(grades: readonly number[]): string {
  const left = grades.toSorted((one, other) => one - other);
  let written = '';
  while (left.length > 0) written += left.splice(Math.floor((left.length - 1) / 2), 1).join('');
  return written;
}

describe('majorityJudgment', () => {
  it('goes by the grade in the middle', () => {
    const outcome = judged({ a: [0, 1, 3], b: [2, 2, 2] });
    expect(order(outcome)).to.equal('b a');
    expect(stepsOf(outcome, 'majority-grade')).to.deep.equal([
      { kind: 'majority-grade', option: 'b', numbers: { grade: 2, group: 0 }, figures: { '0': 0, '1': 0, '2': 3, '3': 0 } },
      { kind: 'majority-grade', option: 'a', numbers: { grade: 1, group: -1 }, figures: { '0': 1, '1': 1, '2': 0, '3': 1 } },
    ]);
    expect(stepsOf(outcome, 'majority-look')).to.deep.equal([]);
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
    const outcome = judged({ b: [1, 1, 2, 2, 2], a: [0, 1, 2, 3, 3] });
    expect(order(outcome)).to.equal('a b');
    expect(stepsOf(outcome, 'majority-look')).to.deep.equal([
      { kind: 'majority-look', option: 'a', numbers: { look: 2, grade: 1, group: 2, joined: 1 } },
      { kind: 'majority-look', option: 'b', numbers: { look: 2, grade: 1, group: 0, joined: 3 } },
    ]);
  });

  it('looks a third time where twice was not enough', () => {
    // a: 0 0 1 1 2 2, b: 0 0 1 1 3 3. Both have 1, two above and two below: the lower group counts. The two in the middle join it, so both have
    // 0 with two above. Those four join the two above: a has 2, b has 3.
    const outcome = judged({ a: [0, 0, 1, 1, 2, 2], b: [0, 0, 1, 1, 3, 3] });
    expect(order(outcome)).to.equal('b a');
    expect(
      stepsOf(outcome, 'majority-look').map(({ option, numbers }) => [option, ...Object.values(numbers ?? {})]),
    ).to.deep.equal([
      ['b', 2, 0, 2, 2],
      ['b', 3, 3, 0, 4],
      ['a', 2, 0, 2, 2],
      ['a', 3, 2, 0, 4],
    ]);
  });

  it('asks the protocol where no look parts two', () => {
    const outcome = judged({ b: [1, 2, 3], a: [3, 2, 1] });
    expect(order(outcome)).to.equal('a b');
    expect(stepsOf(outcome, 'tie')).to.deep.equal([{ kind: 'tie', options: ['a', 'b'], by: { value: 'lot' } }]);
    expect(stepsOf(judged({ b: [1, 2, 3], a: [3, 2, 1] }, 2), 'tie')).to.deep.equal([]);
  });

  it('gives the lowest grade to who has none in a vote', () => {
    const votes = [
      { choice: { a: 3 }, count: 2 },
      { choice: { b: 1 }, count: 3 },
    ];
    const outcome = majorityJudgment(options, votes, { grades: 4, seats: 1, ties });
    expect(order(outcome)).to.equal('b a c');
    expect(outcome.figures.map(({ votes: named, score }) => [named, score])).to.deep.equal([
      [3, 1],
      [2, 0],
      [0, 0],
    ]);
  });

  it('elects nobody where nobody graded anything', () => {
    expect(electedIn(majorityJudgment(options, [{ choice: {}, count: 4 }], { grades: 4, seats: 2, ties }))).to.deep.equal([]);
    expect(majorityJudgment([], [], { grades: 4, seats: 1, ties }).figures).to.deep.equal([]);
  });

  it('is what taking away the middle again and again says', () => {
    const chance = new Chance(12);
    for (let turn = 0; turn < 2000; turn += 1) {
      const voters = 1 + chance.below(9);
      const grades = () => Array.from({ length: voters }, () => chance.below(4));
      const [a, b] = [grades(), grades()];
      const [one, other] = [middleAfterMiddle(a), middleAfterMiddle(b)];
      const outcome = judged({ a, b });
      expect(stepsOf(outcome, 'tie').length === 0).to.equal(one !== other);
      expect(order(outcome), `${a.join('')} ${b.join('')}`).to.equal(one >= other ? 'a b' : 'b a');
    }
  });
});
