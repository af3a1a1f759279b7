import { expect } from '@open-wc/testing';
import { countQuestion, type CountedQuestion } from '../../src/model/tally/count-question.js';
import { grouped, plainAnswer } from '../../src/model/vote-counting.js';
import type { Answer } from '../../src/model/vote.js';

const question = (rule: string, grades?: number): CountedQuestion => ({
  id: 'q',
  options: ['a', 'b', 'c'].map(id => ({ id, title: { lang: 'it', text: id }, cost: 10 })),
  rules: {
    blank: true,
    budget: { amount: 20, currency: 'EUR' },
    ...(grades !== undefined && { grades: Array.from({ length: grades }, () => ({ lang: 'it', text: '' })) }),
  },
  counting: { rule: { value: rule }, seats: 1, rivals: [], completion: 'none', comparison: false },
});

const ties = { lot: ['a', 'b', 'c'] };
const choices = (...chosen: string[]): Answer => ({ type: 'choices', question: 'q', choices: chosen });
const ranking = (...ranked: string[]): Answer => ({ type: 'ranking', question: 'q', ranking: ranked });
const points = (given: Record<string, number>): Answer => ({ type: 'points', question: 'q', points: given });
const grades = (given: Record<string, number>): Answer => ({ type: 'grades', question: 'q', grades: given });
const blank: Answer = { type: 'blank', question: 'q' };

describe('grouped', () => {
  it('puts those together that say the same, and a ranking only with the same order', () => {
    expect(grouped([['a', 'b'], ['b', 'a'], ['a', 'b'], []])).to.deep.equal([
      { choice: ['a', 'b'], count: 2 },
      { choice: ['b', 'a'], count: 1 },
      { choice: [], count: 1 },
    ]);
    const [one, ...others] = grouped([points({ a: 1, b: 2 }), points({ b: 2, a: 1 })].map(plainAnswer));
    expect(one?.count).to.equal(2);
    expect(others).to.deep.equal([]);
  });
});

describe('plainAnswer', () => {
  it('forgets in which order options were chosen, and where no points are', () => {
    expect(plainAnswer(choices('c', 'a'))).to.deep.equal(choices('a', 'c'));
    expect(plainAnswer(points({ a: 3, b: 0 }))).to.deep.equal(points({ a: 3 }));
  });

  it('keeps the order of a ranking, and the lowest grade', () => {
    expect(plainAnswer(ranking('c', 'a'))).to.deep.equal(ranking('c', 'a'));
    expect(plainAnswer(grades({ a: 0 }))).to.deep.equal(grades({ a: 0 }));
    expect(plainAnswer(blank)).to.deep.equal(blank);
  });
});

describe('countQuestion', () => {
  const cases: [rule: string, answers: Answer[]][] = [
    ['plurality', [choices('a'), choices('b'), choices('b')]],
    ['approval', [choices('a', 'b'), choices('b', 'a'), choices('b')]],
    ['greedy', [choices('a', 'b'), choices('b', 'c'), choices('b')]],
    ['equal-shares', [choices('b'), choices('b'), choices('b', 'a')]],
    ['points', [points({ b: 5 }), points({ a: 2, b: 1 })]],
    ['borda', [ranking('b', 'a'), ranking('c', 'b')]],
    ['instant-runoff', [ranking('b'), ranking('b', 'c'), ranking('a')]],
    ['schulze', [ranking('b'), ranking('b', 'c'), ranking('a')]],
    ['score', [grades({ b: 2, a: 1 }), grades({ c: 1 })]],
    ['majority-judgment', [grades({ b: 2, a: 1 }), grades({ b: 1 })]],
  ];

  for (const [rule, answers] of cases) {
    it(`counts by ${rule}, and blank votes apart`, () => {
      const counted = countQuestion(question(rule, 3), answers, ties);
      expect(counted.figures[0]).to.deep.include({ option: 'b', elected: true });
      expect([counted.votes, counted.blank]).to.deep.equal([answers.length, 0]);
      const more = countQuestion(question(rule, 3), [blank, ...answers, blank], ties);
      expect([more.votes, more.blank]).to.deep.equal([answers.length + 2, 2]);
      // Shares of the money are also theirs who leave theirs alone.
      if (rule !== 'equal-shares') expect({ ...more, votes: 0, blank: 0 }).to.deep.equal({ ...counted, votes: 0, blank: 0 });
    });
  }

  it('takes the average of grades where the ballot says so', () => {
    const asked = question('score', 3);
    const answers = [grades({ a: 2 }), grades({ b: 1 }), grades({ b: 1 }), grades({ b: 1 })];
    const first = (average: boolean): string | undefined =>
      countQuestion({ ...asked, counting: { ...asked.counting, average } }, answers, ties).figures[0]?.option;
    expect([first(false), first(true)]).to.deep.equal(['b', 'a']);
  });

  it('does not count by a rule that nobody knows', () => {
    expect(() => countQuestion(question('sorteggio'), [], ties)).to.throw(RangeError);
  });

  it('counts nothing where there are no options', () => {
    for (const [rule] of cases) {
      const counted = countQuestion({ ...question(rule, 3), options: [] }, [blank], ties);
      expect([counted.votes, counted.blank, counted.figures]).to.deep.equal([1, 1, []]);
    }
  });
});
