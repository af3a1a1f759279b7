import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { problems } from '../src/problems/problem.js';
import { content } from './support/content.js';
import { testCity, type TestCity } from './support/test-city.js';
import { wholePact } from './support/whole-pact.js';

describe('the first page', () => {
  it('lists the processes with the ways to read them', async () => {
    const place = await testCity('PGlite', { content: wholePact });
    try {
      const body = (await place.ask('/?lang=en')).body.replace(/\s+/g, ' ');
      for (const words of ['The river', 'A path along the river.', 'Gathering voices', '2 November – 18 December 2026']) {
        assert.ok(body.includes(words), `${words}: ${body}`);
      }
      for (const href of ['/embed/pact-viewer/patto-fiume?lang=en', '/privacy/fiume?lang=en']) {
        assert.ok(body.includes(`href="${href}"`), href);
        assert.equal((await place.ask(href)).statusCode, 200, href);
      }
    } finally {
      await place.close();
    }
  });

  it('says so when there are none', async () => {
    const place = await testCity('PGlite', { content: { processes: [], pacts: [] } });
    try {
      assert.ok((await place.ask('/')).body.includes('Al momento non c’è nessun processo'));
    } finally {
      await place.close();
    }
  });

  it('goes on on another page when there are many', async () => {
    const [first] = content.processes;
    assert.ok(first);
    const processes = Array.from({ length: 65 }, (_, index) => ({ ...first, id: `p-${String(index)}` }));
    const place = await testCity('PGlite', { content: { processes, pacts: [] } });
    try {
      const seen: string[] = [];
      let next: string | undefined = '/?lang=it';
      for (let pages = 0; next !== undefined && pages < 5; pages++) {
        const { body }: { body: string } = await place.ask(next);
        seen.push(...[...body.matchAll(/href="\/privacy\/([^?]*)\?/g)].map(([, id = '']) => id));
        next = /href="(\/\?lang=it&amp;after=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
      }
      assert.deepEqual(
        seen,
        processes.map(({ id }) => id),
      );
    } finally {
      await place.close();
    }
  });

  it('refuses a place in the list that it did not name', async () => {
    const place = await testCity('PGlite');
    try {
      assert.equal((await place.ask('/?after=%22%3E')).statusCode, 400);
    } finally {
      await place.close();
    }
  });
});

describe('pages beside a process', () => {
  let place: TestCity;
  before(async () => {
    place = await testCity('PGlite', { content: wholePact });
  });
  after(() => place.close());

  it('tell what happens to data, until which day, and whom to ask', async () => {
    const { body } = await place.ask('/privacy/fiume');
    for (const words of [
      'Si vede il nickname',
      'Si conserva la ricevuta',
      'Si cancella su richiesta',
      '31 marzo 2027',
      '29 giugno 2027',
      'Sportello',
    ]) {
      assert.ok(body.includes(words), words);
    }
    assert.equal((await place.ask('/privacy/nothing')).statusCode, 404);
  });

  for (const name of Object.keys(problems)) {
    it(`explain the problem ${name} in each language`, async () => {
      const pages = await Promise.all(
        ['it', 'en', 'ar'].map(async lang => (await place.ask(`/problems/${name}?lang=${lang}`)).body),
      );
      assert.equal(new Set(pages.map(body => /<p>(.*?)<\/p>\s*<h2>/s.exec(body)?.[1])).size, 3);
      for (const body of pages) assert.doesNotMatch(body, /\.about|\.title|\{\{/);
    });
  }

  it('say to a person, and not to a program, in a page that an address leads nowhere', async () => {
    const person = await place.ask({ url: '/nowhere', headers: { accept: 'text/html,*/*;q=0.8', 'accept-language': 'en' } });
    assert.equal(person.statusCode, 404);
    assert.match(String(person.headers['content-security-policy']), /require-trusted-types-for/);
    assert.ok(person.body.includes('This page is not here'));
    for (const [url, accept] of [
      ['/nowhere', '*/*'],
      ['/api/v1/nowhere', 'text/html'],
    ] as const) {
      const program = await place.ask({ url, headers: { accept } });
      assert.equal(program.statusCode, 404);
      assert.match(String(program.headers['content-type']), /^application\/problem\+json/);
    }
  });

  it('say to a person in a page why a form came to nothing', async () => {
    const form = { method: 'POST', url: '/you/nickname?lang=it', payload: 'nickname=x' } as const;
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' };
    const person = await place.ask({ ...form, headers: { ...type, accept: 'text/html,*/*;q=0.8' } });
    assert.equal(person.statusCode, 403);
    assert.match(String(person.headers['content-type']), /^text\/html/);
    assert.match(person.body, /<html lang="it"/);
    assert.match(person.body, /<h1>Questo sito non può fare la richiesta<\/h1>/);
    assert.match(person.body, /href="\/problems\/foreign-origin\?lang=it"/);
    const program = await place.ask({ ...form, headers: { ...type, accept: '*/*' } });
    assert.equal(program.statusCode, 403);
    assert.match(String(program.headers['content-type']), /^application\/problem\+json/);
  });

  it('stand behind the type of a problem document', async () => {
    const { type } = (await place.ask('/api/v1/pacts/nothing')).json<{ type: string }>();
    const { statusCode, body } = await place.ask(new URL(type).pathname);
    assert.equal(statusCode, 200);
    assert.ok(body.includes('Qui non c’è nulla'));
  });
});
