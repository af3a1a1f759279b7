import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { testCity, type TestCity } from './support/test-city.js';
import { hostile, wholePact } from './support/whole-pact.js';

const url = '/embed/pact-viewer/patto-fiume';

/** What a person reads, without a script and without markup. */
const readable = (body: string): string =>
  body
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the page behind an embed address', () => {
  let place: TestCity;
  before(async () => {
    place = await testCity('PGlite', { content: wholePact, now: () => new Date('2026-11-24T12:00:00+01:00') });
  });
  after(() => place.close());

  const open = async (address = url, headers: Record<string, string> = {}): Promise<string> =>
    (await place.ask({ url: address, headers })).body;

  it('can be read whole without a script', async () => {
    const text = readable(await open());
    for (const words of [
      ...['Patto del fiume', 'In vigore', 'Deliberazione di prova n. 7/2026 del 1 ottobre 2026', 'Consiglio di prova'],
      ...['In breve', 'Che cosa si decide', 'Dove passa il sentiero', 'Che cosa non si decide', 'Se il fiume resta'],
      ...['Fasi e tempi', 'Raccolta di voci', '2 novembre – 18 dicembre 2026', 'Ancora 24 giorni', 'Si scrive qui', 'Ci si trova al molo'],
      ...['Scelta finale', 'Chi può partecipare', 'da 14 anni in su', 'chi vi risiede', 'Municipio 8', 'SPID', 'Anche chi studia qui'],
      ...['Sportello del fiume, 020 0000', 'Il Comune del fiume', 'Una risposta entro 60 giorni', 'Osservazioni motivate'],
      ...['Testo completo', 'Oggetto del patto', 'Il fiume e le sue rive', 'Come si parla', 'Uno alla volta', 'Ascoltare prima di rispondere'],
      ...['Gli incontri', 'In piazza', 'forte', 'Le regole in parole semplici', 'Una via per chi cammina', 'Mappa delle rive', 'PDF, 120 kB'],
      ...['Versione 2', 'Versione 1', 'Il sentiero è più lungo', 'Leggi la versione 1', 'Ho letto il patto del fiume'],
      ...['Si vede il nickname', 'Si conserva la ricevuta', 'Si cancella su richiesta'],
    ]) {
      assert.ok(text.includes(words), `${words}: ${text}`);
    }
  }); // prettier-ignore

  it('names its sections as the widget does, and lists them', async () => {
    const body = await open();
    for (const section of ['oggetto', 'regole', 'scritto']) {
      assert.ok(body.includes(`id="patto-fiume/${section}"`), section);
      assert.ok(body.includes(`href="#patto-fiume/${section}"`), section);
    }
    assert.match(body, /href="#term-sentiero"/);
    assert.match(body, /id="term-sentiero"/);
  });

  it('shows markup in a text as it was written', async () => {
    const body = await open();
    assert.ok(!body.includes('<script>alert'), 'a script');
    assert.ok(!body.includes('<img'), 'an image');
    assert.ok(
      body.includes('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img src=x onerror=alert(2)&gt;&amp;lt;b&amp;gt;'),
      hostile,
    );
  });

  it('has one heading of the first level, and no level is left out', async () => {
    const levels = [...(await open()).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter(level => level === 1).length, 1);
    levels.forEach((level, index) => assert.ok(level <= (levels[index - 1] ?? 0) + 1, levels.join(' ')));
  });

  it('gives each id once', async () => {
    const ids = [...(await open()).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, ids.join(' '));
  });

  it('is in the language that was asked for, and says which texts are in another', async () => {
    const english = await open(`${url}?lang=en`);
    assert.match(english, /<html lang="en" dir="ltr">/);
    assert.ok(readable(english).includes('Where the path runs'));
    assert.match(english, /<div class="richtext"\s+lang="it"\s+dir="ltr">/);
    const arabic = await open(`${url}?lang=ar`);
    assert.match(arabic, /<html lang="ar" dir="rtl">/);
    assert.match(arabic, /<h1><span\s+lang="it"\s+dir="ltr">Patto del fiume<\/span><\/h1>/);
  });

  it('is in the language of the browser where none was asked for, else in the city’s', async () => {
    assert.match(await open(url, { 'accept-language': 'de, en-GB;q=0.8, it;q=0.5' }), /<html lang="en"/);
    assert.match(await open(url, { 'accept-language': 'de' }), /<html lang="it"/);
  });

  it('repeats no language that is none', async () => {
    for (const lang of ['"><script>', 'it%0d%0aset-cookie:%20a=b', 'x'.repeat(40), '../..']) {
      const answer = await place.ask(`${url}?lang=${lang}`);
      assert.equal(answer.statusCode, 200);
      assert.equal(answer.headers['set-cookie'], undefined);
      assert.match(answer.body, /<html lang="it"/);
    }
  });

  it('hands the attributes of the address to the widget, and nothing else', async () => {
    const body = await open(`${url}?version=1&heading-level=3&theme=govuk&lang=en&onclick=alert(1)&class=x&pact=other`);
    assert.ok(
      body.includes('<portico-pact-viewer pact="patto-fiume" version="1" heading-level="3" theme="govuk" lang="en">'),
      body,
    );
    assert.match(body, /<h3>Old pact of the river<\/h3>/);
    const odd = await open(`${url}?version=x&heading-level=9&theme=%22%3E`);
    assert.ok(odd.includes('<portico-pact-viewer pact="patto-fiume" heading-level="1" lang="it">'), odd);
  });

  it('says that an older version no longer applies, and leads to the one in force', async () => {
    const body = await open(`${url}?version=1`);
    assert.ok(readable(body).includes('Questa versione non vale più'));
    assert.match(body, /href="\/embed\/pact-viewer\/patto-fiume\?version=2&amp;lang=it"/);
  });

  it('does not let the loader take its choice of languages for widgets', async () => {
    assert.match(await open(), /<nav aria-label="Lingua" data-portico="off">/);
  });

  for (const missing of [
    '/embed/pact-viewer/nothing',
    '/embed/nothing/patto-fiume',
    `${url}?version=9`,
    '/embed/pact-viewer/..%2f..%2fx',
  ]) {
    it(`says in words that there is nothing at ${missing}`, async () => {
      const answer = await place.ask(missing);
      assert.equal(answer.statusCode, 404);
      assert.match(String(answer.headers['content-type']), /^text\/html/);
      assert.equal(answer.headers['cache-control'], 'no-store');
      assert.ok(answer.body.includes('Questa pagina non c’è'));
    });
  }

  it('may be kept for a minute, and is not sent again while it is the same', async () => {
    const first = await place.ask(url);
    assert.match(String(first.headers['cache-control']), /max-age=60/);
    assert.match(String(first.headers.vary), /Accept-Encoding, Accept-Language/);
    const again = await place.ask({ url, headers: { 'if-none-match': String(first.headers.etag) } });
    assert.equal(again.statusCode, 304);
    assert.equal(again.body, '');
  });

  it('is sent compressed', async () => {
    const answer = await place.ask({ url, headers: { 'accept-encoding': 'gzip, br' } });
    assert.equal(answer.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(answer.rawPayload).toString(), await open());
  });
});
