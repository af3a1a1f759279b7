import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { ageOn } from '../../src/model/eligibility.js';
import { makeLog } from '../src/logs.js';
import { readSettings } from '../src/settings/settings.js';
import { readClaims } from '../src/sign-in/claims.js';
import { nicknameFault } from '../src/sign-in/nickname-rules.js';
import { adjectives, nouns } from '../src/sign-in/nickname-words.json';
import { askRegistry } from '../src/sign-in/registry.js';
import { returnTo } from '../src/sign-in/return-to.js';
import { birthDateOf, demoPeople } from './support/demonstration.js';

const own = 'https://partecipa.comune.example';
const listed = ['https://scuola.example'];

describe('where somebody may return to', () => {
  for (const [wanted, reached] of [
    ['/processes/parco?x=1#voto', `${own}/processes/parco?x=1#voto`],
    [`${own}/you`, `${own}/you`],
    ['https://scuola.example/a', 'https://scuola.example/a'],
    ['/perché', `${own}/perch%C3%A9`],
    ['', `${own}/`],
  ] as const) {
    it(`is ${wanted || 'nothing'}`, () => assert.equal(returnTo(wanted, own, listed), reached));
  }

  for (const wanted of [
    '//evil.example',
    '///evil.example',
    '\\\\evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https:evil.example',
    'https:///evil.example',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    `blob:${own}/x`,
    `${own}@evil.example/`,
    'https://anna:x@partecipa.comune.example/',
    `${own}.evil.example/`,
    `${own}:444/`,
    'http://partecipa.comune.example/',
    'https://scuola.example.evil.example/',
    '/a\r\nSet-Cookie: a=b',
    '/a\u0000',
    `/${'a'.repeat(2000)}`,
    ['/a'],
    undefined,
  ]) {
    it(`is not ${wanted === undefined ? 'missing' : JSON.stringify(wanted).slice(0, 60)}`, () => {
      const reached = returnTo(wanted, own, listed);
      // What a browser takes for a path of the own site is no way out of it.
      assert.ok(reached === `${own}/` || (typeof wanted === 'string' && reached === `${own}/evil.example`), reached);
    });
  }
});

describe('what a provider says of somebody', () => {
  const settings = readSettings({});
  const subject = { iss: 'https://id.example', sub: 'a1' };
  const read = (claims: Record<string, unknown>) => readClaims({ ...subject, ...claims }, settings, '2026-11-24');

  it('is the same person with TINIT- and without, in capitals and in small letters', () => {
    const codes = ['TINIT-RSSMRA00A00X000X', 'RSSMRA00A00X000X', ' rssmra00a00x000x ', 'tinit-rssmra00a00x000x'];
    assert.deepEqual([...new Set(codes.map(code => read({ fiscal_number: code }).identity))], ['RSSMRA00A00X000X']);
  });

  it('is the same person whatever blanks stand in the code', () => {
    const codes = ['RSSMRA00A00X000X', ' rss mra 00a00 x000x\n', 'TINIT-\u00a0RSSMRA00A00X000X'];
    assert.deepEqual([...new Set(codes.map(code => read({ fiscal_number: code }).identity))], ['RSSMRA00A00X000X']);
  });

  it('is issuer and subject where there is no code', () => {
    for (const code of [undefined, '', 'TINIT-', 7, {}, 'a|b', 'x'.repeat(300), 'a/b']) {
      const { identity, fiscalCode } = read({ fiscal_number: code });
      assert.equal(identity, 'https://id.example|a1');
      assert.equal(fiscalCode, undefined);
    }
  });

  it('has a date of birth only when that day exists', () => {
    assert.equal(read({ birthdate: '2008-02-29' }).birthDate, '2008-02-29');
    for (const day of [
      '2009-02-29',
      '2008-02-30',
      '0000-04-12',
      '1700-01-01',
      '2026-11-25',
      '1992',
      '12/04/1992',
      19920412,
      undefined,
    ]) {
      assert.equal(read({ birthdate: day }).birthDate, undefined, String(day));
    }
  });

  it('says how somebody proved it, else what the settings say', () => {
    assert.equal(read({ identity_proof: 'cie' }).proof, 'cie');
    for (const proof of [undefined, '', 'SPID L2', 3]) assert.equal(read({ identity_proof: proof }).proof, 'spid');
  });

  it('gives the roles that there are, as a list or as words', () => {
    assert.deepEqual(read({ roles: ['official', 'mayor', 7] }).roles, []);
    assert.deepEqual(read({ roles: ['official', 'mayor'] }).roles, ['official']);
    assert.deepEqual(read({ roles: 'mayor hub-operator' }).roles, ['hub-operator']);
    assert.deepEqual(read({ roles: { official: true } }).roles, []);
  });
});

describe('a nickname', () => {
  const fault = (nickname: string) => nicknameFault(nickname, 'Comune di Pontelago');

  it('can be chosen freely, in any one alphabet', () => {
    for (const nickname of ['Vento di mare', 'Anna B.', 'L’Aquila-3', 'Zoë', 'قمر المدينة', 'Ветер', '風の音', 'Ale no']) {
      assert.equal(fault(nickname), undefined, nickname);
    }
  });

  it('is made of words that pass by themselves, in every pair', () => {
    for (const noun of nouns) {
      for (const adjective of adjectives) assert.equal(fault(`${noun} ${adjective} 9999`), undefined, `${noun} ${adjective}`);
    }
  });

  for (const [reason, nicknames] of Object.entries({
    length: ['', 'ab', 'a'.repeat(31), 'ᄀ'.repeat(5000), `Anna${'\u0301'.repeat(200)}`],
    characters: [
      '<b>ciao</b>',
      'a@b.example',
      'Mare\u202eerdna',
      'Vento  forte',
      '123',
      'Аnna',
      'a\nb c',
      '-anna',
      'anna\u200b',
      'Anna\u0301\u0316\u0301\u0316',
    ],
    personal: ['RSSMRA85T10A562S', 'rss mra 85t10 a562s', 'RSSMRAURT10A562S', 'Anna 3331234567', 'nata 12-04-92 1'],
    city: [
      'Comune',
      'C0MUNE di tutti',
      'Il Sindaco',
      'sìndaco',
      'Polizia Locale',
      'Pontelago Comune di',
      'COMUNE-DI-PONTELAGO',
      'Admin',
      'm.o.d.e.r.a.t.o.r.e',
      'بلدية المدينة',
    ],
  })) {
    it(`is refused: ${reason}`, () => {
      for (const nickname of nicknames) assert.equal(fault(nickname), reason, nickname);
    });
  }
});

describe('the registry of the city', () => {
  const subject = { iss: 'https://id.example', sub: 'a1' };

  /** Asks a registry that answers like that. */
  async function ask(status: number, body: string, fiscalCode: string | undefined = 'INVENTATO0000001') {
    const asked: { body: unknown; authorization: string | undefined }[] = [];
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        asked.push({ body: JSON.parse(text), authorization: request.headers.authorization });
        response.writeHead(status, { location: '/elsewhere' }).end(body);
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const lines: string[] = [];
    const log = makeLog({ logLevel: 'debug' }, { write: (line: string) => void lines.push(line) });
    try {
      const settings = readSettings({
        REGISTRY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        REGISTRY_TOKEN: 'geheim',
      });
      const ties = await askRegistry({ settings, log }, subject, { fiscalCode });
      return { ties, asked, log: lines.join('') };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it('is told the code and nothing else, with its token', async () => {
    const { asked, ties } = await ask(200, '{"ties":["resident"],"district":"3","onElectoralRoll":true}');
    assert.deepEqual(asked, [{ body: { fiscalCode: 'INVENTATO0000001' }, authorization: 'Bearer geheim' }]);
    assert.deepEqual(ties, { ties: ['resident'], district: '3', onElectoralRoll: true });
  });

  it('knows of no tie where it knows nobody', async () => {
    assert.deepEqual((await ask(404, '')).ties, { ties: [], onElectoralRoll: false });
  });

  for (const [how, status, body] of [
    ['is down', 503, ''],
    ['sends elsewhere', 302, ''],
    ['does not know the token', 401, '{}'],
    ['answers with no JSON', 200, '<html>'],
    ['answers with something else', 200, '{"ties":"resident"}'],
    ['answers with a tie that is none', 200, '{"ties":["<b>"]}'],
  ] as const) {
    it(`lets somebody wait when it ${how}, and logs nobody`, async () => {
      const { ties, log, asked } = await ask(status, body);
      assert.deepEqual(ties, { ties: [], onElectoralRoll: false, verification: 'pending' });
      assert.match(log, /the registry did not answer/);
      assert.doesNotMatch(log, /INVENTATO|geheim|resident/);
      assert.equal(asked.length, 1);
    });
  }
});

describe('the people of the demonstration', () => {
  it('always have their age', () => {
    for (const day of ['2026-01-01', '2026-02-28', '2028-02-29', '2026-08-31', '2026-12-31']) {
      for (const person of demoPeople)
        assert.equal(ageOn(birthDateOf(person, new Date(`${day}T12:00:00Z`)), day), person.age, day);
    }
  });
});
