import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { importContent } from '../src/content/import.js';
import { openDatabase } from '../src/database/database.js';
import { migrate } from '../src/database/migrate.js';
import { readSettings } from '../src/settings/settings.js';
import { observed } from './support/observed.js';

describe('observations on the command line', () => {
  let folder: string;
  let environment: Record<string, string>;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'portico-line-'));
    environment = { PORTICO_DATA: join(folder, 'data') };
    const database = await openDatabase(readSettings(environment));
    await migrate(database.db);
    await importContent(database.db, observed, new Date());
    await database.close();
    mkdirSync(join(folder, 'observations'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(process.cwd(), 'server/dist/portico-server.mjs'), ...args],
      { encoding: 'utf8', timeout: 60_000, env: { PATH: process.env['PATH'], ...environment } },
    );
    return { code: status, says: stdout + stderr };
  };
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const head = 'process: parco\ndocument: piano-parco\nobservations:\n';
  const one = '  - { receivedAt: 2026-01-03T09:00:00Z, kind: remark, text: Ombra. }\n';

  it('says how they are used', () => {
    for (const command of ['respond', 'import-observations']) {
      for (const args of [[command], [command, 'a', '--what'], ...(command === 'respond' ? [[command, 'a', 'b']] : [])]) {
        const { code, says } = run(...args);
        assert.equal(code, 2, says);
        assert.match(says, new RegExp(`^portico-server ${command} <`));
      }
    }
  });

  it('says what cannot be read', () => {
    for (const path of [
      'nothing.csv',
      folder,
      file('latin.csv', Buffer.from('reference,outcome,text\nA,accepted,perch\xe9', 'latin1')),
    ]) {
      const { code, says } = run('respond', path);
      assert.equal(code, 1);
      assert.match(says, /no file that can be read as UTF-8/);
    }
    assert.match(run('import-observations', 'nothing.yaml').says, /no file that can be read/);
  });

  it('brings observations from a folder once, and says where something is wrong', () => {
    const wrong = run('import-observations', file('wrong.yaml', `${head}${one}${one.replace('remark', 'opinion')}`));
    assert.equal(wrong.code, 1);
    assert.match(wrong.says, /wrong\.yaml:5:47: is not what belongs here/);
    assert.match(wrong.says, /Nothing was imported: 1 problems/);
    file('observations/b.yaml', `${head}${one}${one}`);
    file(
      'observations/a.jsonl',
      `${JSON.stringify({ process: 'parco', receivedAt: '2026-01-04T09:00:00Z', kind: 'remark', text: 'Sì.' })}\n`,
    );
    const observations = join(folder, 'observations');
    assert.match(
      run('import-observations', observations, '--check').says,
      /3 observations, 0 comments, 0 responses; numbers PAR-2026-000001 to PAR-2026-000003\.\nNothing is wrong, and nothing was imported/,
    );
    const done = run('import-observations', observations, '--if-none');
    assert.equal(done.code, 0, done.says);
    assert.match(done.says, /Imported\./);
    assert.match(run('import-observations', observations, '--if-none').says, /There are observations already/);
  });

  it('publishes responses, all or none, and passes over what is in force', () => {
    const source = 'reference;outcome;text\nPAR-2026-000001;accepted;"Sì; certo."\nPAR-2026-000002;rejected;No.\n';
    const wrong = run('respond', file('wrong.csv', `${source}PAR-2026-000009;forse;\n`));
    assert.equal(wrong.code, 1);
    assert.match(wrong.says, /wrong\.csv:4:17: the outcome 'forse' is not known/);
    assert.match(wrong.says, /wrong\.csv:4:23: the reasons are missing/);
    assert.match(wrong.says, /Nothing was published: 2 problems/);
    const path = file('risposte.csv', source);
    assert.match(run('respond', path, '--check').says, /would be published: 2 \(accepted 1, rejected 1\); passed over: 0/);
    const done = run('respond', path);
    assert.equal(done.code, 0, done.says);
    assert.match(done.says, /were published: 2/);
    const again = run('respond', path);
    assert.match(again.says, /PAR-2026-000001: the same response is in force already/);
    assert.match(again.says, /were published: 0; passed over: 2/);
    const later = file(
      'dopo.yaml',
      'responses:\n  - reference: PAR-2026-000002\n    outcome: partly-accepted\n    text: |\n      In parte.\n',
    );
    assert.match(run('respond', later).says, /PAR-2026-000002: a later response follows/);
  });
});
