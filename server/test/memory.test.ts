import assert from 'node:assert/strict';
import Fastify, { type FastifyInstance } from 'fastify';
import { after, before, describe, it } from 'node:test';
import { Bounded } from '../src/http/bounded.js';
import { KeptAnswers } from '../src/http/kept-answers.js';
import { ReadyAnswers } from '../src/http/ready-answers.js';
import type { ReadLimit } from '../src/rates/read-limit.js';

const most = 200_000;
const minute = 60_000;

/** Text that does not become smaller when it is compressed. */
const noise = (length: number, seed: number): string => {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(33 + ((state >>> 16) % 90));
  }).join('');
};

describe('what is kept up to a number of bytes', () => {
  it('pushes out what was not used for longest', () => {
    const kept = new Bounded<string>(5000);
    for (const name of ['a', 'b', 'c']) kept.set(name, name, 1000);
    assert.equal(kept.get('a'), 'a');
    kept.set('d', 'd', 1000);
    assert.deepEqual([kept.get('b'), kept.get('a'), kept.get('c'), kept.get('d')], [undefined, 'a', 'c', 'd']);
  });

  it('counts keys, what replaces something, what grows, and what goes', () => {
    const kept = new Bounded<object>(10_000);
    const value = {};
    kept.set('a', value, 1000);
    const small = kept.bytes;
    kept.grow('a', value, 500);
    assert.equal(kept.bytes, small + 500);
    kept.grow('a', {}, 500);
    kept.grow('b', value, 500);
    assert.equal(kept.bytes, small + 500);
    kept.set('a', value, 1000);
    assert.equal(kept.bytes, small);
    kept.set('k'.repeat(1000), value, 0);
    assert.ok(kept.bytes >= small + 1000);
    kept.delete('a');
    kept.delete('k'.repeat(1000));
    assert.equal(kept.bytes, 0);
  });

  it('does not keep what is larger than all may be together', () => {
    const kept = new Bounded<string>(1000);
    kept.set('a', 'a', 2000);
    assert.equal(kept.get('a'), undefined);
    assert.equal(kept.bytes, 0);
  });
});

describe('answers in memory', () => {
  let app: FastifyInstance;
  let answers: KeptAnswers;
  let ready: ReadyAnswers;
  let made = 0;
  /** How an answer is made. */
  let make = (text: string): Promise<unknown> => Promise.resolve(text);
  before(async () => {
    answers = new KeptAnswers(most);
    ready = new ReadyAnswers({ count: () => undefined } as unknown as ReadLimit, () => new Date(10 * minute), most);
    app = Fastify({ routerOptions: { maxParamLength: 200 } });
    ready.answerFirst(app);
    ready.keepLast(app);
    app.get<{ Params: { name: string } }>('/:name', (request, reply) =>
      answers.send(request, reply, request.params.name, async () => {
        made += 1;
        return make(noise(3000, made));
      }),
    );
    await app.ready();
  });
  after(() => app.close());

  const ask = (name: string, encoding?: string) =>
    app.inject({ url: `/${name}`, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } });

  it('stay within their bytes, whatever is asked for, in whatever encoding and with whatever address', async () => {
    for (let turn = 0; turn < 150; turn += 1) {
      const name = `name-${String(turn)}?${'long'.repeat(turn)}`;
      for (const encoding of ['br', 'gzip', undefined]) assert.equal((await ask(name, encoding)).statusCode, 200);
      assert.ok(answers.bytes <= most, String(answers.bytes));
      assert.ok(ready.bytes <= most, String(ready.bytes));
    }
    assert.ok(answers.bytes > most / 2 && ready.bytes > most / 2);
  });

  it('are one for all ways to say the same encodings', async () => {
    const before = ready.bytes;
    await ask('same', 'gzip');
    const once = ready.bytes;
    for (let turn = 0; turn < 20; turn += 1) await ask('same', `gzip;q=0.${String(turn + 1)}, x-${'y'.repeat(turn)}`);
    assert.equal(ready.bytes, once);
    assert.notEqual(before, once);
  });

  it('are compressed for who takes anything, under a tag of their own', async () => {
    const [anything, nothing] = [await ask('any', '*'), await ask('any', '*;q=0')];
    assert.equal(anything.headers['content-encoding'], 'br');
    assert.equal(nothing.headers['content-encoding'], undefined);
    assert.notEqual(anything.headers.etag, nothing.headers.etag);
  });

  it('are not kept when content changed while they were made', async () => {
    let go = (): void => undefined;
    let begun = (): void => undefined;
    const waiting = new Promise<void>(resolve => (begun = resolve));
    make = async text => {
      begun();
      await new Promise<void>(resolve => (go = resolve));
      return text;
    };
    const old = ask('changing');
    await waiting;
    answers.clear();
    ready.clear();
    go();
    const before = (await old).body;
    make = text => Promise.resolve(text);
    assert.notEqual((await ask('changing')).body, before);
  });

  it('are made anew after a failure', async () => {
    make = () => Promise.reject(new Error('away'));
    assert.equal((await ask('failing')).statusCode, 500);
    make = text => Promise.resolve(text);
    assert.equal((await ask('failing')).statusCode, 200);
  });
});
