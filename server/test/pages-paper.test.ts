import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { importContent } from '../src/content/import.js';
import { shortCode } from '../src/pages/observations/short-code.js';
import { firstArticle, observedContent } from './support/observed-content.js';
import { testCity, type TestCity } from './support/test-city.js';

const form = '/embed/observation-form/parco/paper';
const onArticle = `${form}?document=piano&passage=art-1&lang=it`;

/** What a person reads on the sheet. */
const readable = (body: string): string =>
  body
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the form on paper', () => {
  let place: TestCity;
  let time = new Date('2026-11-24T10:00:00Z');
  before(async () => {
    place = await testCity('PGlite', { content: observedContent, now: () => time });
  });
  after(() => place.close());

  const open = async (url: string): Promise<string> => {
    const answer = await place.ask(url);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.body;
  };
  const addressOn = (page: string): string =>
    /<bdi class="address"[^>]*>\s*http:\/\/localhost:8080(\/o\/\S+)\s*<\/bdi>/.exec(
      page.replace(/<wbr[^>]*>\s*<span[^>]*>|<\/span\s*>/g, ''),
    )?.[1] ?? '';

  it('asks what the widget asks, and no name', async () => {
    const body = await open(onArticle);
    const text = readable(body);
    for (const words of [
      ...['Un’osservazione su carta', 'Piano dell’aria', 'Art. 1', 'Autobus e scuole', firstArticle, 'Che cosa vuoi fare?'],
      ...['Osservazione', 'Proposta di modifica del testo', 'Chiedi qualcosa di nuovo.', 'Titolo (facoltativo)', 'Il testo che proponi', 'La tua osservazione'],
      ...['Tema (facoltativo)', 'Mobilità', 'Verde', 'Dove (facoltativo)', 'Puoi aggiungere fotografie'],
      ...['Che cosa vedono tutti.', 'L’ufficio la esamina.', 'Risposta entro il', 'Dove si consegna.', 'Per chi riceve il modulo'],
    ]) {
      assert.ok(text.includes(words), `${words}: ${text}`);
    }
    assert.doesNotMatch(body, /<(input|form|script)|\sstyle=/);
    assert.doesNotMatch(text, /Cognome|Nome e/);
  }); // prettier-ignore

  it('leaves out what the city does not ask for, and new wording where no wording is known', async () => {
    const text = readable(await open('/embed/observation-form/piazza/paper?lang=it'));
    assert.ok(text.includes('Quale parte del testo?') && text.includes('Titolo'), text);
    for (const words of ['Tema', 'Il testo che proponi', 'Puoi aggiungere fotografie', 'modifica del testo']) {
      assert.ok(!text.includes(words), `${words}: ${text}`);
    }
  });

  it('carries an address, as a picture and in letters, that leads to the same form online', async () => {
    const body = await open(onArticle);
    const address = addressOn(body);
    assert.match(address, /^\/o\/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.ok(body.includes(`role="img" aria-label="Codice QR: http://localhost:8080${address}"`), 'the picture');
    const leads = async (path: string): Promise<string> => {
      const answer = await place.ask(path);
      assert.equal(answer.statusCode, 302, path);
      return String(answer.headers.location);
    };
    assert.equal(await leads(address), '/embed/observation-form/parco?document=piano&passage=art-1');
    assert.equal(
      await leads(address.toLowerCase().replace('-', '')),
      '/embed/observation-form/parco?document=piano&passage=art-1',
    );
    assert.equal(
      await leads(addressOn(await open(`${form}?document=piano&lang=it`))),
      '/embed/observation-form/parco?document=piano',
    );
    assert.equal(await leads(addressOn(await open(`${form}?lang=it`))), '/embed/observation-form/parco');
    assert.equal((await place.ask(await leads(address))).statusCode, 200);
  });

  it('reads signs that look alike as the same', async () => {
    const passages = ['art-1', 'art-2', 'parte-1'].map(passage => ({ process: 'parco', document: 'piano', passage }));
    const subjects = [
      { process: 'parco' },
      { process: 'piazza' },
      { process: 'scuola' },
      { process: 'parco', document: 'piano' },
    ];
    const code = [...subjects, ...passages].map(shortCode).find(each => /[01]/.test(each));
    assert.ok(code !== undefined, 'one of the codes has such a sign');
    const misread = code.replaceAll('0', 'o').replaceAll('1', 'l');
    const [right, misled] = [await place.ask(`/o/${code}`), await place.ask(`/o/${misread}`)];
    assert.equal(right.statusCode, 302);
    assert.equal(misled.headers.location, right.headers.location);
  });

  it('says that a code is unknown, in the reader’s language', async () => {
    const answer = await place.ask({ url: '/o/ZZZZ-ZZZZ', headers: { 'accept-language': 'en' } });
    assert.equal(answer.statusCode, 404);
    assert.match(answer.body, /<html lang="en"/);
    assert.match(String(answer.headers['cache-control']), /no-store/);
  });

  it('is there for observed processes alone', async () => {
    assert.equal((await place.ask('/embed/observation-form/nowhere/paper')).statusCode, 404);
    assert.ok(addressOn(await open(`${form}?document=nothing&passage=x&lang=it`)).startsWith('/o/'));
  });

  it('is no form where nothing is taken any longer', async () => {
    const text = readable(await open('/embed/observation-form/scuola/paper?lang=it'));
    assert.ok(text.includes('La raccolta è chiusa'), text);
    assert.ok(!text.includes('Che cosa vuoi fare?'), text);
  });

  it('speaks Arabic from right to left, around a text that stays Italian', async () => {
    const body = await open(onArticle.replace('lang=it', 'lang=ar'));
    assert.match(body, /<html lang="ar" dir="rtl">/);
    assert.match(body, /<blockquote lang="it" dir="ltr">/);
    assert.ok(body.includes('ملاحظة على الورق'));
  });

  it('still leads somewhere when the passage was only in a version before', async () => {
    const [piano] = observedContent.documents ?? [];
    assert.ok(piano);
    const code = shortCode({ process: 'parco', document: 'piano', passage: 'art-3' });
    assert.equal((await place.ask(`/o/${code}`)).statusCode, 404);
    const versions = piano.versions.map(version =>
      version.number === 1
        ? { ...version, passages: [...version.passages, ...version.passages.map(passage => ({ ...passage, id: 'art-3' }))] }
        : version,
    );
    time = new Date('2026-11-24T11:00:00Z');
    await importContent(place.city.database.db, { ...observedContent, documents: [{ ...piano, versions }] }, time);
    await place.city.content.refresh();
    const answer = await place.ask(`/o/${code}`);
    assert.equal(answer.headers.location, '/embed/observation-form/parco?document=piano&passage=art-3');
    assert.equal((await place.ask(answer.headers.location ?? '')).statusCode, 200);
  });
});
