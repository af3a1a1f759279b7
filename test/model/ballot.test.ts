import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { ballotSchema, ballotStatus, mostOptions, mostQuestions, voteIdSchema } from '../../src/model/ballot.js';
import { voteSchema } from '../../src/model/vote.js';

const text = (words: string) => ({ lang: 'it', text: words });

const options = (howMany: number) =>
  Array.from({ length: howMany }, (_, index) => ({ id: `p${String(index)}`, title: text(`Progetto ${String(index)}`) }));

const question = {
  id: 'progetti',
  title: text('Quali progetti?'),
  method: 'approval',
  options: options(3),
  counting: { rule: 'approval' },
};

/** As short as a backend can say it. */
const ballot = {
  id: 'progetti-2026',
  process: {
    id: 'bilancio',
    title: text('Bilancio partecipativo'),
    administration: text('Comune'),
    timeZone: 'Europe/Rome',
    phases: [],
  },
  title: text('I progetti del 2026'),
  questions: [question],
  opens: '2026-11-16T09:00:00+01:00',
  closes: '2026-12-13T20:00:00+01:00',
  eligibility: {},
  privacy: { published: text('I totali.'), kept: text('Che hai votato.'), erasure: text('Scrivici.') },
  status: 'open',
};

const isBallot = (other: object): boolean => v.is(ballotSchema, { ...ballot, ...other });
const isAsked = (other: object): boolean => isBallot({ questions: [{ ...question, ...other }] });

describe('a ballot', () => {
  it('is kept pseudonymous, can be changed, shows results afterwards and publishes no votes, where it says nothing else', () => {
    const { secrecy, changeable, results, publishesVotes, version, questions } = v.parse(ballotSchema, ballot);
    expect({ secrecy, changeable, results, publishesVotes, version }).to.deep.equal({
      secrecy: { value: 'pseudonymous' },
      changeable: true,
      results: { value: 'after-closing' },
      publishesVotes: false,
      version: 1,
    });
    expect(questions[0]?.rules).to.deep.equal({ blank: true });
    expect(questions[0]?.counting).to.deep.include({ seats: 1, completion: 'none', comparison: false });
  });

  it('can have a state, a method and a rule that we do not know', () => {
    const suspended = { value: 'sospesa', label: text('Sospesa') };
    expect(v.parse(ballotSchema, { ...ballot, status: suspended }).status).to.deep.equal(suspended);
    expect(isAsked({ method: 'gettone', counting: { rule: 'sorteggio' } })).to.equal(true);
  });

  it('can have no options yet, or hundreds, but not any number', () => {
    expect(isAsked({ options: [] })).to.equal(true);
    expect(isAsked({ options: options(300) })).to.equal(true);
    expect(isAsked({ options: options(mostOptions + 1) })).to.equal(false);
    const many = Array.from({ length: mostQuestions + 1 }, (_, index) => ({ ...question, id: `d${String(index)}` }));
    expect(isBallot({ questions: many })).to.equal(false);
    expect(isBallot({ questions: [] })).to.equal(false);
  });

  it('has money in whole cents of a currency, and a minimum of it in percent', () => {
    const isBudget = (rules: object): boolean => isAsked({ method: 'budget', rules });
    expect(isBudget({ budget: { amount: 450_000_000, currency: 'EUR' }, minimumSpend: 70 })).to.equal(true);
    expect(isBudget({ budget: { amount: 0.5, currency: 'EUR' } })).to.equal(false);
    expect(isBudget({ budget: { amount: 100, currency: 'euro' } })).to.equal(false);
    expect(isBudget({ minimumSpend: 101 })).to.equal(false);
    expect(isAsked({ options: [{ id: 'a', title: text('A'), cost: -1 }] })).to.equal(false);
  });

  it('has at least two grades where it has some', () => {
    expect(isAsked({ method: 'score', rules: { grades: [text('No'), text('Sì')] } })).to.equal(true);
    expect(isAsked({ method: 'score', rules: { grades: [text('Sì')] } })).to.equal(false);
  });

  it('calls nothing by a name that records lose', () => {
    expect(['fontana', 'p-1', '2026.a', 'toString'].every(id => v.is(voteIdSchema, id))).to.equal(true);
    expect(
      ['', 'una fontana', '__proto__', 'constructor', 'prototype', 'p'.repeat(101)].some(id => v.is(voteIdSchema, id)),
    ).to.equal(false);
    const kept = v.parse(voteSchema, {
      ballot: 'b',
      version: 1,
      answers: [{ type: 'points', question: 'q', points: { constructors: 1, toString: 2 } }],
    });
    expect(kept.answers[0]).to.deep.include({ points: { constructors: 1, toString: 2 } });
  });

  it('opens and closes by the clock, at the moment itself', () => {
    const at = (now: string) => ballotStatus(ballot, now);
    expect(at('2026-11-16T08:59:59+01:00')).to.equal('not-yet-open');
    expect(at('2026-11-16T08:00:00Z')).to.equal('open');
    expect(at('2026-12-13T19:59:59+01:00')).to.equal('open');
    expect(at('2026-12-13T19:00:00Z')).to.equal('counting');
  });
});

describe('a vote', () => {
  const isVote = (...answers: object[]): boolean => v.is(voteSchema, { ballot: 'b', version: 1, answers });

  it('has one form for each way to answer', () => {
    expect(isVote({ type: 'choices', question: 'q', choices: ['a'] })).to.equal(true);
    expect(isVote({ type: 'points', question: 'q', points: { a: 2 } })).to.equal(true);
    expect(isVote({ type: 'ranking', question: 'q', ranking: ['b', 'a'] })).to.equal(true);
    expect(isVote({ type: 'grades', question: 'q', grades: { a: 0 } })).to.equal(true);
    expect(isVote({ type: 'blank', question: 'q' })).to.equal(true);
    expect(isVote({ type: 'points', question: 'q', choices: ['a'] })).to.equal(false);
    expect(isVote({ type: 'points', question: 'q', points: { a: Infinity } })).to.equal(false);
  });

  it('is no larger than a ballot can be', () => {
    const ids = options(mostOptions + 1).map(({ id }) => id);
    expect(isVote({ type: 'choices', question: 'q', choices: ids })).to.equal(false);
    expect(isVote({ type: 'grades', question: 'q', grades: Object.fromEntries(ids.map(id => [id, 0])) })).to.equal(false);
    expect(isVote(...Array.from({ length: mostQuestions + 1 }, () => ({ type: 'blank', question: 'q' })))).to.equal(false);
  });

  it('has no room for who cast it', () => {
    const sent = { ballot: 'b', version: 1, answers: [], voter: 'Rossi' };
    expect(v.parse(voteSchema, sent)).to.deep.equal({ ballot: 'b', version: 1, answers: [] });
  });
});
