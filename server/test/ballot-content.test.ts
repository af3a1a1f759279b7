import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentProblems } from '../src/content/content-problems.js';
import { readContent } from '../src/content/folder/read-content.js';
import { writeContent } from '../src/content/folder/write-content.js';
import type { BallotContent } from '../src/content/schema.js';
import { ballotContent, budgetBallot, consultationBallot } from './support/ballots.js';

const plain = (content: unknown): unknown => JSON.parse(JSON.stringify(content));

/** What is wrong with the ballot of the budget, changed. */
const faults = (change: Partial<BallotContent>): string[] =>
  contentProblems({ ...ballotContent, ballots: [{ ...budgetBallot, ...change }] }).map(
    ({ path, message }) => `${path.slice(2).join('/')}: ${message}`,
  );

const [question] = budgetBallot.questions;
assert.ok(question);

describe('ballots in the city’s folder', () => {
  it('are read as they were written', () => {
    const files = writeContent(ballotContent, 'it');
    assert.ok(files.has('ballots/bilancio.yaml'));
    const read = readContent(files);
    assert.ok('content' in read, JSON.stringify(read));
    assert.deepEqual(plain(read.content.ballots), plain([budgetBallot, consultationBallot]));
  });

  it('must be on the list of the city', () => {
    const files = new Map(writeContent(ballotContent, 'it'));
    files.set('city.yaml', (files.get('city.yaml') ?? '').replace(/\n *- consultazione/, ''));
    const read = readContent(files);
    assert.ok('problems' in read);
    assert.match(read.problems[0]?.message ?? '', /'consultazione' is missing from the list/);
  });

  it('are refused when nobody could hold or count them', () => {
    assert.deepEqual(faults({}), []);
    assert.match(faults({ closes: budgetBallot.opens })[0] ?? '', /^closes: is not after the opening/);
    assert.match(faults({ secrecy: 'blind' })[0] ?? '', /^secrecy: .*not offered/);
    assert.match(faults({ process: 'altrove' })[0] ?? '', /no process 'altrove'/);
    const asked = (change: Partial<typeof question>): string => faults({ questions: [{ ...question, ...change }] })[0] ?? '';
    assert.match(asked({ counting: { rule: 'schulze' } }), /cannot count answers of the method 'budget'/);
    assert.match(asked({ counting: { rule: 'gettone' } }), /'gettone' is none of/);
    assert.match(asked({ rules: {} }), /must be a budget/);
    assert.match(asked({ method: 'points', counting: { rule: 'points' }, rules: {} }), /how many there are to give/);
    assert.match(asked({ method: 'score', counting: { rule: 'score' } }), /must be grades/);
    assert.match(asked({ options: question.options.map(({ id, title }) => ({ id, title })) }), /must have a cost/);
    assert.match(asked({ counting: { rule: 'greedy-threshold' } }), /must say the threshold/);
    assert.match(asked({ counting: { rule: 'greedy-exclusive', rivals: [['fontana', 'nave']] } }), /no option 'nave'/);
    assert.match(faults({ questions: [question, question] })[0] ?? '', /two with the id 'progetti'/);
  });
});
