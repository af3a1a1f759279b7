import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { importContent } from '../src/content/import.js';
import type { Content } from '../src/content/schema.js';
import { translations } from '../../src/model/translations.js';
import { content as usual } from './support/content.js';
import { origin, testCity, type TestCity } from './support/test-city.js';

const title = translations({ it: 'Il parco <di> via Roma & "oltre"', en: 'The park' });
const content: Content = {
  ...usual,
  processes: usual.processes.map(process => (process.id === 'parco' ? { ...process, title } : process)),
};

describe('calendars and feeds', () => {
  let place: TestCity;
  const time = new Date('2026-11-24T10:00:00Z');
  before(async () => {
    place = await testCity('PGlite', { content, now: () => time });
  });
  after(() => place.close());

  it('a calendar has each phase with dates as whole days, and is the same for the same content', async () => {
    const url = '/processes/parco/calendar.ics?locale=it';
    const answer = await place.ask(url);
    assert.equal(answer.headers['content-type'], 'text/calendar; charset=utf-8');
    assert.equal(answer.body.match(/BEGIN:VEVENT/g)?.length, 1, 'the second phase has no date');
    assert.match(answer.body, /^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    assert.match(answer.body, /UID:parco\.idee@localhost\r\n/);
    assert.match(answer.body, /DTSTART;VALUE=DATE:20261102\r\nDTEND;VALUE=DATE:20261219\r\n/);
    const again = await place.ask({ url, headers: { 'if-none-match': String(answer.headers.etag) } });
    assert.equal(again.statusCode, 304);
  });

  it('a feed tells which phase began and which versions were adopted, and has no markup that content brought', async () => {
    const { body, headers } = await place.ask('/processes/parco/feed.xml?locale=it');
    assert.equal(headers['content-type'], 'application/atom+xml; charset=utf-8');
    assert.match(
      body,
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom" xml:lang="it">/,
    );
    assert.match(body, /Il parco &lt;di&gt; via Roma &amp; &quot;oltre&quot;: è iniziata la fase «Idee»/);
    assert.equal(body.match(/<entry>/g)?.length, 3, 'one phase, two versions');
    assert.match(body, /<updated>2026-11-02T12:00:00\.000Z<\/updated>/);
    assert.doesNotMatch(body, /Scelta/, 'a phase that has not begun');
    assert.ok(body.includes(`<link rel="alternate" href="${origin}/embed/pact-viewer/patto-parco" />`));
    const ids = body.match(/<id>.*?<\/id>/g) ?? [];
    assert.equal(new Set(ids).size, ids.length);
  });

  it('the city’s feed has the news of all processes, newest first', async () => {
    const { body } = await place.ask('/feed.xml?locale=en');
    assert.match(body, /The square: the phase “Ideas” has begun/);
    assert.match(body, /The school yard/);
    const dates = [...body.matchAll(/<entry>[\s\S]*?<updated>(.*?)<\/updated>/g)].map(([, date]) => date ?? '');
    assert.deepEqual(dates, [...dates].sort().reverse());
  });

  it('changes with the content', async () => {
    const before = (await place.ask('/feed.xml?locale=it')).headers.etag;
    const scuola = content.processes.map(process =>
      process.id === 'scuola' ? { ...process, title: translations({ it: 'Il cortile nuovo' }) } : process,
    );
    await importContent(place.city.database.db, { ...content, processes: scuola }, time);
    await place.city.content.refresh();
    const after = await place.ask('/feed.xml?locale=it');
    assert.notEqual(after.headers.etag, before);
    assert.match(after.body, /Il cortile nuovo/);
  });

  it('says that there is none for a process that is not there', async () => {
    for (const name of ['feed.xml', 'calendar.ics'])
      assert.equal((await place.ask(`/processes/nessuno/${name}`)).statusCode, 404);
  });

  it('the privacy notice of a process is there for widgets', async () => {
    const answer = await place.ask('/api/v1/processes/parco/privacy?locale=en');
    assert.deepEqual(answer.json<{ published: object }>().published, { lang: 'en', text: 'Nobody sees who accepted.' });
    assert.equal((await place.ask('/api/v1/processes/nessuno/privacy')).statusCode, 404);
  });
});
