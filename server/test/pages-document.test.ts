import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readFolder } from '../src/content/folder/folder.js';
import { testCity, type TestCity } from './support/test-city.js';

const url = '/embed/document/proposta-piano-aria-clima';

/** The text of a page without its tags. */
const textOf = (body: string): string => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the page of a document', () => {
  let place: TestCity;
  before(async () => {
    const read = await readFolder('example/milano');
    assert.ok('content' in read);
    place = await testCity('PGlite', { content: read.content });
  });
  after(() => place.close());

  it('has every passage in its HTML, with the anchor that the widget gives it', async () => {
    const { statusCode, body } = await place.ask(`${url}?lang=it`);
    assert.equal(statusCode, 200);
    const plan = (await place.ask('/api/v1/documents/proposta-piano-aria-clima?locale=it')).json<{
      contents: { id: string }[];
    }>();
    assert.ok(plan.contents.length >= 40);
    for (const { id } of plan.contents) assert.ok(body.includes(`id="proposta-piano-aria-clima/${id}"`), id);
  });

  it('says what the passages say', async () => {
    const { body } = await place.ask(`${url}?lang=it`);
    const { items } = (await place.ask('/api/v1/documents/proposta-piano-aria-clima/passages?locale=it&limit=5')).json<{
      items: { body?: { blocks: { type: string; children?: unknown[] }[] } }[];
    }>();
    const words = items.flatMap(({ body: text }) => text?.blocks ?? []).flatMap(({ children = [] }) => children);
    const plain = words.filter((each): each is string => typeof each === 'string' && !/[&<>"']/.test(each));
    assert.ok(plain.length > 0);
    for (const text of plain) assert.ok(textOf(body).includes(text.trim().replace(/\s+/g, ' ')), text);
  });

  it('asks ahead for the data and the code of the widget, in the address that the widget will use', async () => {
    const { body } = await place.ask(`${url}?lang=en&version=1`);
    assert.match(body, /<portico-document document="proposta-piano-aria-clima" version="1" heading-level="1" lang="en">/);
    assert.match(body, /<link rel="alternate" type="application\/json\+oembed" href="[^"]+proposta-piano-aria-clima/);
  });

  it('shows another version, and does not know one that there is not', async () => {
    assert.equal((await place.ask(`${url}?lang=it&version=1`)).statusCode, 200);
    assert.equal((await place.ask(`${url}?lang=it&version=99`)).statusCode, 404);
    assert.equal((await place.ask('/embed/document/niente?lang=it')).statusCode, 404);
  });

  it('begins at a passage, with a link back to what stands before it', async () => {
    const plan = (await place.ask('/api/v1/documents/proposta-piano-aria-clima?locale=it')).json<{
      contents: { id: string }[];
    }>();
    const [first, , third] = plan.contents;
    assert.ok(first && third);
    const { body } = await place.ask(`${url}?lang=it&passage=${third.id}`);
    assert.ok(!body.includes(`id="proposta-piano-aria-clima/${first.id}"`));
    assert.ok(body.includes(`id="proposta-piano-aria-clima/${third.id}"`));
    assert.ok(body.includes(`passage=${first.id}`));
  });

  it('shows the first page for a passage that there is not', async () => {
    const plan = (await place.ask('/api/v1/documents/proposta-piano-aria-clima?locale=it')).json<{
      contents: { id: string }[];
    }>();
    const { body } = await place.ask(`${url}?lang=it&passage=niente`);
    assert.ok(body.includes(`id="proposta-piano-aria-clima/${plan.contents[0]?.id ?? ''}"`));
  });
});
