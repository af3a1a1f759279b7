import { expect } from '@open-wc/testing';
import type { Question } from '../../src/model/ballot.js';
import { minimumSpendOf, problemsOf, remainingOf, type VoteProblem } from '../../src/model/vote-check.js';
import type { Answer } from '../../src/model/vote.js';

const text = (words: string) => ({ lang: 'it', text: words });

const question = (method: string, rules: Partial<Question['rules']> = {}): Question => ({
  id: 'domanda',
  title: text('Domanda'),
  method: { value: method },
  options: ['a', 'b', 'c'].map((id, index) => ({ id, title: text(id), cost: (index + 1) * 1000 })),
  rules: { blank: true, ...rules },
  counting: { rule: { value: 'approval' }, seats: 1, rivals: [], completion: 'none', comparison: false },
});

const choices = (...chosen: string[]): Answer => ({ type: 'choices', question: 'domanda', choices: chosen });
const points = (given: Record<string, number>): Answer => ({ type: 'points', question: 'domanda', points: given });
const grades = (given: Record<string, number>): Answer => ({ type: 'grades', question: 'domanda', grades: given });
const ranking = (...ranked: string[]): Answer => ({ type: 'ranking', question: 'domanda', ranking: ranked });

const check = (asked: Question, ...answers: Answer[]): VoteProblem[] =>
  problemsOf({ version: 3, questions: [asked] }, { ballot: 'prova', version: 3, answers });
const faults = (asked: Question, ...answers: Answer[]): string =>
  check(asked, ...answers)
    .map(({ fault }) => fault)
    .join(' ');

describe('problemsOf', () => {
  it('finds nothing in a vote that keeps to the rules', () => {
    expect(faults(question('single'), choices('a'))).to.equal('');
    expect(faults(question('approval', { max: 2 }), choices('a', 'c'))).to.equal('');
    expect(faults(question('budget', { budget: { amount: 3000, currency: 'EUR' } }), choices('a', 'b'))).to.equal('');
    expect(faults(question('points', { points: 10, pointsPerOption: 6 }), points({ a: 6, b: 4, c: 0 }))).to.equal('');
    expect(faults(question('ranking', { max: 2 }), ranking('c', 'a'))).to.equal('');
    expect(faults(question('score', { grades: [text('no'), text('sì')] }), grades({ a: 1, b: 0 }))).to.equal('');
    expect(faults(question('single'), { type: 'blank', question: 'domanda' })).to.equal('');
  });

  it('knows a ballot of another version by that alone', () => {
    const problems = problemsOf({ version: 3, questions: [question('single')] }, { ballot: 'prova', version: 2, answers: [] });
    expect(problems).to.deep.equal([{ fault: 'stale-version', limit: 3, has: 2 }]);
  });

  it('wants one answer to each question', () => {
    expect(faults(question('single'))).to.equal('question-missing');
    expect(faults(question('single'), choices('a'), choices('b'))).to.equal('question-twice');
    expect(faults(question('single'), { ...choices('a'), question: 'altra' })).to.equal('unknown-question question-missing');
    expect(faults(question('single', { blank: false }), { type: 'blank', question: 'domanda' })).to.equal('blank-not-allowed');
    expect(faults(question('single'), points({ a: 1 }))).to.equal('wrong-method');
    expect(faults(question('gettone'), choices('a'))).to.equal('wrong-method');
  });

  it('wants options of the ballot, each once, neither too many nor too few', () => {
    expect(check(question('approval'), choices('a', 'z'))).to.deep.equal([
      { fault: 'unknown-option', question: 'domanda', option: 'z' },
    ]);
    expect(faults(question('ranking'), ranking('a', 'b', 'a'))).to.equal('option-twice');
    // All that is wrong at once.
    expect(
      check(question('approval'), choices('z', 'a', 'y', 'a', 'b', 'b')).map(({ fault, option }) => [fault, option]),
    ).to.deep.equal([
      ['unknown-option', 'z'],
      ['unknown-option', 'y'],
      ['option-twice', 'a'],
      ['option-twice', 'b'],
    ]);
    expect(faults(question('points', { points: 3 }), points({ a: 1, z: 0 }))).to.equal('unknown-option');
    expect(faults(question('score', { grades: [text('no'), text('sì')] }), grades({ toString: 1 }))).to.equal('unknown-option');
    expect(check(question('approval', { max: 2 }), choices('a', 'b', 'c'))).to.deep.equal([
      { fault: 'too-many', question: 'domanda', limit: 2, has: 3 },
    ]);
    expect(faults(question('single', { max: 3 }), choices('a', 'b'))).to.equal('too-many');
    expect(faults(question('approval', { min: 2 }), choices('a'))).to.equal('too-few');
    expect(faults(question('approval'), choices())).to.equal('too-few');
    expect(faults({ ...question('approval'), options: [] }, choices())).to.equal('too-few');
  });

  it('keeps to the money: not more than there is, not less than the rule asks for', () => {
    const asked = question('budget', { budget: { amount: 4000, currency: 'EUR' }, minimumSpend: 70 });
    expect(check(asked, choices('b', 'c'))).to.deep.equal([
      { fault: 'over-budget', question: 'domanda', limit: 4000, has: 5000 },
    ]);
    expect(check(asked, choices('b'))).to.deep.equal([
      { fault: 'below-minimum-spend', question: 'domanda', limit: 2800, has: 2000 },
    ]);
    expect(faults(asked, choices('c'))).to.equal('');
    expect(minimumSpendOf(question('budget', { budget: { amount: 4001, currency: 'EUR' }, minimumSpend: 70 }))).to.equal(2801);
  });

  it('wants whole points, none below zero, and no more than there are', () => {
    const asked = question('points', { points: 10, pointsPerOption: 6 });
    expect(faults(asked, points({ a: 1.5 }))).to.equal('not-whole');
    expect(faults(asked, points({ a: -1, b: 2 }))).to.equal('negative');
    expect(faults(asked, points({ a: 7 }))).to.equal('over-option-limit');
    expect(check(asked, points({ a: 6, b: 5 }))).to.deep.equal([
      { fault: 'too-many-points', question: 'domanda', limit: 10, has: 11 },
    ]);
    expect(faults(asked, points({ a: 0 }))).to.equal('too-few');
    expect(faults(question('score', { grades: [text('no'), text('sì')] }), grades({ a: 2 }))).to.equal('unknown-grade');
    expect(check(asked, points({ a: 7, b: -2, c: 1 }))).to.deep.equal([
      { fault: 'over-option-limit', question: 'domanda', option: 'a', limit: 6, has: 7 },
      { fault: 'negative', question: 'domanda', option: 'b', has: -2 },
    ]);
  });

  it('says which project alone costs more than there is', () => {
    const asked = question('budget', { budget: { amount: 2500, currency: 'EUR' } });
    expect(check(asked, choices('a', 'c'))).to.deep.equal([
      { fault: 'over-budget', question: 'domanda', option: 'c', limit: 2500, has: 4000 },
    ]);
    expect(check(asked, choices('a', 'b'))).to.deep.equal([
      { fault: 'over-budget', question: 'domanda', limit: 2500, has: 3000 },
    ]);
  });

  it('says at once that a vote spends too little and chooses too few', () => {
    const asked = question('budget', { budget: { amount: 4000, currency: 'EUR' }, minimumSpend: 70, min: 2 });
    expect(faults(asked, choices('b'))).to.equal('too-few below-minimum-spend');
    expect(faults(asked, choices())).to.equal('too-few below-minimum-spend');
  });

  it('takes only a blank vote where there is nothing to choose', () => {
    const nothing = { ...question('single'), options: [] };
    expect(faults(nothing, { type: 'blank', question: 'domanda' })).to.equal('');
    expect(faults(nothing, choices('a'))).to.equal('unknown-option');
  });

  it('keeps to the money with hundreds of projects', () => {
    const options = Array.from({ length: 300 }, (_, index) => ({ id: `p${String(index)}`, title: text('Progetto'), cost: 10 }));
    const asked = { ...question('budget', { budget: { amount: 2990, currency: 'EUR' } }), options };
    const all = options.map(({ id }) => id);
    expect(check(asked, choices(...all))).to.deep.equal([{ fault: 'over-budget', question: 'domanda', limit: 2990, has: 3000 }]);
    expect(faults(asked, choices(...all.slice(1)))).to.equal('');
    expect(remainingOf(asked, choices(...all.slice(0, 99)))).to.deep.equal({ money: 2000 });
  });
});

describe('remainingOf', () => {
  it('says what is left, below zero when there is too much', () => {
    const budget = question('budget', { budget: { amount: 4000, currency: 'EUR' } });
    expect(remainingOf(budget, choices('b'))).to.deep.equal({ money: 2000 });
    expect(remainingOf(budget, choices('b', 'c'))).to.deep.equal({ money: -1000 });
    expect(remainingOf(question('approval', { max: 2 }), choices('a'))).to.deep.equal({ choices: 1 });
    expect(remainingOf(question('points', { points: 5 }), points({ a: 2 }))).to.deep.equal({ points: 3 });
    expect(remainingOf(question('single'), { type: 'blank', question: 'domanda' })).to.deep.equal({});
  });
});
