import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { run as identities } from '../src/commands/identities.js';
import { run as officeKey } from '../src/commands/office-key.js';
import { asCsv, identitiesOf } from '../src/identities/identities-of.js';
import { readKeyFile } from '../src/identities/key-file.js';
import { isOfficeKey, newOfficeKeys, open, publicKeyOf, seal } from '../src/identities/sealed-box.js';
import type { Content } from '../src/content/schema.js';
import { content as usual } from './support/content.js';
import { accept } from './support/letters.js';
import { people } from './support/people.js';
import { engines, testCity, type TestCity } from './support/test-city.js';

describe('a text that is sealed for an office', () => {
  const office = newOfficeKeys();

  it('is read by the office alone, and only where it belongs', () => {
    const sealed = seal(office.publicKey, 'parco A-1', 'RSSNNA92D52F205X');
    assert.equal(open(office.privateKey, 'parco A-1', sealed), 'RSSNNA92D52F205X');
    assert.equal(open(newOfficeKeys().privateKey, 'parco A-1', sealed), undefined, 'another office');
    assert.equal(open(office.privateKey, 'parco A-2', sealed), undefined, 'another contribution');
    assert.equal(publicKeyOf(office.privateKey), office.publicKey);
  });

  it('does not open when one bit of it was changed', () => {
    const sealed = seal(office.publicKey, 'a', 'text');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      assert.equal(open(office.privateKey, 'a', changed), undefined, `byte ${String(index)}`);
    }
    assert.equal(open(office.privateKey, 'a', sealed.subarray(0, 40)), undefined);
  });

  it('never looks the same twice', () => {
    assert.notDeepEqual(seal(office.publicKey, 'a', 'text'), seal(office.publicKey, 'a', 'text'));
  });

  it('needs a key that is one', () => {
    assert.ok(isOfficeKey(office.publicKey));
    for (const bad of ['', 'key', Buffer.alloc(31, 1).toString('base64'), Buffer.alloc(32).toString('base64')]) {
      assert.ok(!isOfficeKey(bad), bad);
    }
  });
});

describe('portico-server office-key', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'portico-office-'));
  });
  after(() => rmSync(folder, { recursive: true }));
  const make = async (file: string, environment = {}): Promise<{ code: number; text: string }> => {
    const lines: string[] = [];
    const code = await officeKey([join(folder, file)], environment, line => void lines.push(line));
    return { code, text: lines.join('\n') };
  };

  it('keeps the private key in a file of its owner, and prints the public one', async () => {
    const { code, text } = await make('plain');
    const { publicKey, privateKey } = readKeyFile(join(folder, 'plain'));
    assert.equal(code, 0);
    assert.ok(text.includes(publicKey) && !text.includes(privateKey));
    assert.equal(statSync(join(folder, 'plain')).mode & 0o777, 0o600);
  });

  it('locks it with a passphrase', async () => {
    await make('locked', { OFFICE_PASSPHRASE: 'cavallo batteria graffetta' });
    const path = join(folder, 'locked');
    const { privateKey } = readKeyFile(path, 'cavallo batteria graffetta');
    assert.ok(!readFileSync(path, 'utf8').includes(privateKey));
    assert.throws(() => readKeyFile(path, 'another'), /not the right one/);
    assert.throws(() => readKeyFile(path), /OFFICE_PASSPHRASE/);
  });

  it('never writes over a key', async () => {
    await make('kept');
    const before = readFileSync(join(folder, 'kept'), 'utf8');
    assert.equal((await make('kept')).code, 1);
    assert.equal(readFileSync(join(folder, 'kept'), 'utf8'), before);
  });
});

describe('the table for an office', () => {
  it('holds nothing that a spreadsheet takes for a formula', () => {
    const at = new Date('2026-11-24T10:00:00Z');
    const table = asCsv([{ reference: 'A-1', at, identity: '=HYPERLINK("https://evil.example")', ties: ['resident'] }]);
    assert.match(table, /"'=HYPERLINK\(""https/);
  });
});

for (const engine of engines) {
  describe(`identities for an office, on ${engine}`, () => {
    let place: TestCity;
    const [office, other] = [newOfficeKeys(), newOfficeKeys()];
    const content: Content = {
      ...usual,
      processes: usual.processes.map(process =>
        process.id === 'parco' ? { ...process, office: { name: 'Ufficio Verde', publicKey: office.publicKey } } : process,
      ),
    };
    before(async () => {
      place = await testCity(engine, { content });
    });
    after(() => place.close());

    it('are opened with its key: who, when born, with which number', async () => {
      const reference = await accept(place, await place.signIn(people.resident));
      const opened = await identitiesOf(place.city.database.db, 'parco', office);
      assert.deepEqual(opened.broken, []);
      assert.equal(opened.others, 0);
      const [{ at, ...identity } = { at: undefined }] = opened.identities;
      assert.ok(at);
      assert.deepEqual(identity, {
        reference,
        identity: people.resident.identity,
        birthDate: '1992-04-12',
        proof: 'spid',
        district: '3',
        ties: ['resident'],
      });
    });

    it('stay closed to others, and those that were moved to another number are found out', async () => {
      const { db } = place.city.database;
      assert.deepEqual(await identitiesOf(db, 'parco', other), { identities: [], broken: [], others: 1 });
      await db.updateTable('sealed_identity').set({ reference: 'PATTO-0000-0000-000' }).execute();
      assert.deepEqual((await identitiesOf(db, 'parco', office)).broken, ['PATTO-0000-0000-000']);
    });

    it('are spoken of on the privacy notice, before anybody gives anything', async () => {
      assert.match((await place.ask('/privacy/parco?lang=en')).body, /The office “Ufficio Verde” must know who takes part/);
      assert.doesNotMatch((await place.ask('/privacy/scuola?lang=en')).body, /must know who/);
    });

    it('are not kept where no office needs them', async () => {
      const { db } = place.city.database;
      await db.deleteFrom('sealed_identity').execute();
      const plain = await testCity(engine);
      await accept(plain, await plain.signIn(people.resident));
      assert.deepEqual(await plain.city.database.db.selectFrom('sealed_identity').selectAll().execute(), []);
      await plain.close();
    });
  });
}

describe('portico-server identities', () => {
  it('prints the table', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'portico-office-'));
    const file = join(folder, 'key');
    await officeKey([file], { OFFICE_PASSPHRASE: 'una frase lunga' }, () => undefined);
    const { publicKey } = readKeyFile(file, 'una frase lunga');
    const processes = usual.processes.map(process => ({ ...process, office: { name: 'Ufficio Verde', publicKey } }));
    const place = await testCity('PostgreSQL', { content: { ...usual, processes } });
    try {
      const reference = await accept(place, await place.signIn(people.resident));
      const { databaseUrl, key } = place.city.settings;
      const lines: string[] = [];
      const environment = { DATABASE_URL: databaseUrl, PORTICO_KEY: key, OFFICE_PASSPHRASE: 'una frase lunga' };
      const code = await identities(['parco', '--key', file], environment, line => void lines.push(line));
      assert.equal(code, 0);
      const [head, row, ...more] = lines.join('\n').split('\r\n');
      assert.equal(head, 'reference,received,identity,birth date,proof,district,ties');
      assert.match(
        row ?? '',
        new RegExp(`^"${reference}","2\\d{3}-[^"]*","RSSNNA92D52F205X","1992-04-12","spid","3","resident"$`),
      );
      assert.deepEqual(more, []);
      assert.equal(await identities(['parco'], environment, () => undefined), 2);
    } finally {
      await place.close();
      rmSync(folder, { recursive: true });
    }
  });
});
