import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { observedContent } from './support/observed-content.js';
import { origin, testCity, type TestCity } from './support/test-city.js';
import { wholePact } from './support/whole-pact.js';

const page = `${origin}/embed/pact-viewer/patto-fiume`;

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('oEmbed', () => {
  let place: TestCity;
  before(async () => {
    place = await testCity('PGlite', { content: wholePact });
  });
  after(() => place.close());

  const ask = (query: Record<string, string>) => place.ask(`/oembed?${new URLSearchParams(query).toString()}`);

  it('describes a page as a quotation with a link, and a frame with its teaser', async () => {
    const answer = await ask({ url: `${page}?lang=en` });
    assert.equal(answer.headers['content-type'], 'application/json');
    const { html, ...rest } = answer.json<Record<string, string | number>>();
    assert.deepEqual(rest, {
      version: '1.0',
      type: 'rich',
      title: 'Pact of the river',
      provider_name: 'Comune',
      provider_url: `${origin}/`,
      cache_age: 3600,
      width: 600,
      height: 300,
    });
    assert.match(
      String(html),
      /^<blockquote><a href="[^"]*\/embed\/pact-viewer\/patto-fiume\?lang=en">.*<\/a><\/blockquote>\s*<iframe src="[^"]*\/teaser\/pact-viewer\/patto-fiume\?lang=en" [^>]*><\/iframe>$/,
    );
    assert.doesNotMatch(String(html), /<script|<form/);
  });

  it('says the same as XML', async () => {
    const answer = await ask({ url: page, format: 'xml' });
    assert.equal(answer.headers['content-type'], 'text/xml; charset=utf-8');
    const { html } = (await ask({ url: page })).json<{ html: string }>();
    const [, inXml = ''] = /<html>(.*)<\/html>/s.exec(answer.body) ?? [];
    assert.equal(decoded(inXml), html);
    assert.match(answer.body, /^<\?xml version="1\.0".*<oembed><version>1\.0<\/version><type>rich<\/type>/s);
  });

  it('is never larger than asked', async () => {
    const answer = (await ask({ url: page, maxwidth: '320', maxheight: '90' })).json<{ html: string }>();
    assert.deepEqual(answer, { ...answer, width: 320, height: 90 });
    assert.match(answer.html, /width="320" height="90"/);
    const large = (await ask({ url: page, maxwidth: '5000' })).json<object>();
    assert.deepEqual(large, { ...large, width: 600, height: 300 });
  });

  it('is found by the head of the page that it describes', async () => {
    const { body } = await place.ask('/embed/pact-viewer/patto-fiume?lang=en');
    const links = [...body.matchAll(/<link\s+rel="alternate"\s+type="([^"]*)"\s+href="([^"]*)"/g)];
    assert.deepEqual(
      links.map(([, type]) => type),
      ['application/json+oembed', 'text/xml+oembed'],
    );
    for (const [, , href = ''] of links) {
      const address = new URL(decoded(href));
      const answer = await place.ask(address.pathname + address.search);
      assert.equal(answer.statusCode, 200, answer.body);
      assert.ok(answer.body.includes('Pact of the river'));
    }
  });

  const refused: Readonly<Record<string, readonly [query: Record<string, string>, status: number]>> = {
    'a page of another site': [{ url: 'https://evil.example/embed/pact-viewer/patto-fiume' }, 404],
    'a host that only begins like ours': [{ url: `${origin}.evil.example/embed/pact-viewer/patto-fiume` }, 404],
    'a page that is not there': [{ url: `${origin}/embed/pact-viewer/nothing` }, 404],
    'what is no address': [{ url: 'javascript:alert(1)' }, 404],
    'another path of ours': [{ url: `${origin}/privacy/fiume` }, 404],
    'nothing': [{}, 400],
    'a width that is none': [{ url: page, maxwidth: '-1' }, 400],
    'a format that it does not have': [{ url: page, format: 'yaml' }, 501],
  }; // prettier-ignore
  for (const [what, [query, status]] of Object.entries(refused)) {
    it(`has no answer for ${what}`, async () => {
      assert.equal((await ask(query)).statusCode, status);
    });
  }
});

describe('a teaser', () => {
  let place: TestCity;
  before(async () => {
    place = await testCity('PGlite', { content: wholePact });
  });
  after(() => place.close());

  it('shows title, a sentence, the state and one link that leaves the frame', async () => {
    const body = (await place.ask('/teaser/pact-viewer/patto-fiume')).body.replace(/\s+/g, ' ');
    for (const words of [
      'Patto del fiume',
      'Un sentiero lungo il fiume.',
      'In vigore',
      'Raccolta di voci',
      '2 novembre – 18 dicembre 2026',
    ]) {
      assert.ok(body.includes(words), words);
    }
    assert.equal((body.match(/<a /g) ?? []).length, 1);
    assert.match(body, /<a href="\/embed\/pact-viewer\/patto-fiume\?lang=it" target="_top">/);
  });

  it('has nothing that somebody could be tricked into', async () => {
    const { body } = await place.ask('/teaser/pact-viewer/patto-fiume');
    assert.doesNotMatch(body, /<script|<form|<button|<input/);
  });
});

describe('teasers and descriptions of pages about observations', () => {
  let place: TestCity;
  before(async () => {
    place = await testCity('PGlite', { content: observedContent });
  });
  after(() => place.close());

  for (const [name, id, link] of [
    ['document', 'piano', 'Leggi il documento'],
    ['observation-form', 'parco', 'Scrivi un’osservazione'],
    ['observation-list', 'parco', 'Leggi le osservazioni'],
    ['follow', 'parco', 'Segui un contributo'],
  ] as const) {
    it(`lead to ${name}`, async () => {
      const teaser = await place.ask(`/teaser/${name}/${id}`);
      assert.equal(teaser.statusCode, 200);
      assert.match(teaser.body, new RegExp(`<a href="/embed/${name}/${id}\\?lang=it" target="_top">${link}</a>`));
      assert.doesNotMatch(teaser.body, /<script|<form|<button|<input/);
      const url = `${origin}/embed/${name}/${id}?lang=it`;
      const { body } = await place.ask(url);
      const [, description = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(body) ?? [];
      const { title, html } = (await place.ask(decoded(description))).json<{ title: string; html: string }>();
      assert.equal(title, name === 'document' ? 'Piano dell’aria' : /<h1[^>]*>([^<]*)/.exec(teaser.body)?.[1]);
      assert.ok(html.includes(`/teaser/${name}/${id}?lang=it`), html);
    });
  }

  it('are not there for a process without observations, or an unknown widget', async () => {
    for (const path of ['/teaser/observation-form/nessuno', '/teaser/hub-map/parco', '/teaser/__proto__/parco']) {
      assert.equal((await place.ask(path)).statusCode, 404, path);
    }
  });
});
