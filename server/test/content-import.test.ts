import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { run as exportCommand } from '../src/commands/export.js';
import { run as importCommand } from '../src/commands/import.js';
import { exportContent } from '../src/content/export.js';
import { readFiles } from '../src/content/folder/files.js';
import { importContent, ImportRefused } from '../src/content/import.js';
import type { Content } from '../src/content/schema.js';
import { openDatabase, type Database } from '../src/database/database.js';
import { migrate } from '../src/database/migrate.js';
import { newKey } from '../src/settings/keys.js';
import { readSettings } from '../src/settings/settings.js';
import { content } from './support/content.js';
import { emptyDatabase, engines, type Place } from './support/test-city.js';

const now = new Date('2026-11-24T10:00:00Z');

for (const engine of engines) {
  describe(`content in ${engine}`, () => {
    let place: Place;
    let database: Database;
    before(async () => {
      place = await emptyDatabase(engine);
      database = await openDatabase(readSettings({ PORTICO_KEY: newKey(), ...place.environment }));
      await migrate(database.db);
    });
    after(async () => {
      await database.close();
      await place.remove();
    });

    const revision = async (): Promise<number | undefined> =>
      (await database.db.selectFrom('content_revision').select('revision').where('name', '=', 'content').executeTakeFirst())
        ?.revision;

    const accept = (process: string, pact: string, version: number): Promise<unknown> =>
      database.db
        .insertInto('acceptance')
        .values({
          participant: randomBytes(32),
          process_id: process,
          pact_id: pact,
          version,
          reference: 'P-1',
          accepted_at: now,
          salt: randomBytes(16),
          log_entry: randomUUID(),
        })
        .execute();

    const withoutPark: Content = {
      processes: content.processes.slice(1),
      pacts: content.pacts.filter(({ process }) => process !== 'parco'),
    };

    it('comes out as it went in, in the same order', async () => {
      assert.deepEqual(await importContent(database.db, content, now), []);
      assert.deepEqual(await exportContent(database.db), content);
      const turned: Content = { processes: content.processes.toReversed(), pacts: content.pacts };
      await importContent(database.db, turned, now);
      assert.deepEqual(await exportContent(database.db), turned);
    });

    it('gets a new revision with each import', async () => {
      const first = await revision();
      await importContent(database.db, content, now);
      assert.equal(await revision(), (first ?? 0) + 1);
    });

    it('stays as it was when anything is wrong with what comes', async () => {
      const first = await revision();
      const [process, ...others] = content.processes;
      assert.ok(process);
      const wrong: Content = { ...content, processes: [...others, { ...process, timeZone: 'Europe/Milan' }] };
      await assert.rejects(importContent(database.db, wrong, now), (error: unknown) => {
        assert.ok(error instanceof ImportRefused);
        assert.match(error.reasons.join('\n'), /^processes\/2\/timeZone: /m);
        return true;
      });
      assert.deepEqual(await exportContent(database.db), content);
      assert.equal(await revision(), first);
    });

    it('refuses links to scripts in a long text, from wherever it comes', async () => {
      const [pact] = content.pacts;
      const [version] = pact?.versions ?? [];
      assert.ok(pact && version);
      const brief = {
        lang: 'it',
        blocks: [
          { type: 'paragraph' as const, children: [{ type: 'link' as const, href: 'javascript:alert(1)', children: ['x'] }] },
        ],
      };
      const wrong: Content = { ...content, pacts: [{ ...pact, versions: [{ ...version, brief }] }] };
      await assert.rejects(importContent(database.db, wrong, now), ImportRefused);
    });

    it('keeps what people accepted, unless it is told to remove it', async () => {
      await importContent(database.db, content, now);
      await accept('parco', 'patto-parco', 2);
      await accept('parco', 'patto-parco', 2);
      const first = await revision();
      await assert.rejects(importContent(database.db, withoutPark, now), (error: unknown) => {
        assert.ok(error instanceof ImportRefused);
        assert.deepEqual(error.reasons, ["version 2 of the pact 'patto-parco' is gone; acceptances: 2"]);
        return true;
      });
      assert.equal(await revision(), first);
      assert.deepEqual(await exportContent(database.db), content);

      const said = await importContent(database.db, withoutPark, now, { remove: true });
      assert.deepEqual(said, ["Erased: version 2 of the pact 'patto-parco' is gone; acceptances: 2"]);
      assert.deepEqual(await database.db.selectFrom('acceptance').selectAll().execute(), []);
      assert.deepEqual(await exportContent(database.db), withoutPark);
      await importContent(database.db, content, now);
    });

    it('notes from the first moment how long everything is kept, for whoever takes part in the last moment', async () => {
      const noted = async (): Promise<string[]> =>
        (await database.db.selectFrom('kept_process').select('process_id').orderBy('process_id').execute()).map(
          ({ process_id }) => process_id,
        );
      await database.db.deleteFrom('kept_process').execute();
      await importContent(database.db, content, now);
      await importContent(database.db, withoutPark, now);
      assert.deepEqual(await noted(), content.processes.map(({ id }) => id).sort());
      await importContent(database.db, content, now);
    });

    it('keeps addresses and locked identities as well', async () => {
      await database.db
        .insertInto('subscription')
        .values({
          person: randomBytes(32),
          process_id: 'parco',
          sealed_address: randomBytes(40),
          locale: 'it',
          kinds: 'phase',
          token: randomBytes(32),
          confirmed_at: now,
          created_at: now,
        })
        .execute();
      await database.db
        .insertInto('sealed_identity')
        .values({
          participant: randomBytes(32),
          process_id: 'parco',
          office: 'o',
          reference: 'P-1',
          sealed: randomBytes(40),
          created_at: now,
        })
        .execute();
      await assert.rejects(importContent(database.db, withoutPark, now), (error: unknown) => {
        assert.ok(error instanceof ImportRefused);
        assert.equal(error.reasons.length, 2);
        return true;
      });
      await importContent(database.db, withoutPark, now, { remove: true });
      assert.deepEqual(await database.db.selectFrom('subscription').selectAll().execute(), []);
      assert.deepEqual(await database.db.selectFrom('sealed_identity').selectAll().execute(), []);
      await importContent(database.db, content, now);
    });

    it('says when the text of a version that was adopted changes, and not when a draft or a title does', async () => {
      const changed = (change: (source: string) => string): Content => {
        const [pact, ...others] = content.pacts;
        assert.ok(pact);
        const versions = pact.versions.map(version => ({ ...version, ...rewritten(version, change) }));
        return { ...content, pacts: [{ ...pact, versions }, ...others] };
      };
      const rewritten = (version: Content['pacts'][number]['versions'][number], change: (source: string) => string) => ({
        sections: version.sections.map(section => ({
          ...section,
          body: { lang: 'it', blocks: [{ type: 'paragraph' as const, children: [change('Il parco')] }] },
        })),
      });
      await importContent(
        database.db,
        changed(text => text),
        now,
      );
      assert.deepEqual(
        await importContent(
          database.db,
          changed(text => text),
          now,
        ),
        [],
      );
      assert.deepEqual(
        await importContent(
          database.db,
          changed(text => `${text} di via Roma`),
          now,
        ),
        [
          "The text of version 1 of 'patto-parco' has been adopted, and changes with this import.",
          "The text of version 2 of 'patto-parco' has been adopted, and changes with this import.",
        ],
      );
    });

    it('of two imports at the same moment is one or the other, and both count', async () => {
      const first = await revision();
      await Promise.all([
        importContent(database.db, content, now),
        importContent(database.db, withoutPark, now, { remove: true }),
      ]);
      assert.equal(await revision(), (first ?? 0) + 2);
      const found = await exportContent(database.db);
      assert.ok([content.processes.length, withoutPark.processes.length].includes(found.processes.length));
    });
  });

  describe(`the commands import and export on ${engine}`, () => {
    let place: Place;
    let folder: string;
    let environment: NodeJS.ProcessEnv;
    before(async () => {
      place = await emptyDatabase(engine);
      folder = await mkdtemp(join(tmpdir(), 'portico-commands-'));
      environment = { PORTICO_KEY: newKey(), ...place.environment };
    });
    after(async () => {
      await rm(folder, { recursive: true });
      await place.remove();
    });

    const said = async (command: typeof importCommand, ...args: string[]): Promise<[code: number, ...lines: string[]]> => {
      const lines: string[] = [];
      const code = await command(args, environment, line => lines.push(line));
      return [code, ...lines];
    };

    it('bring the example into the database and out again, byte for byte', async () => {
      assert.deepEqual(await said(importCommand, 'example/milano'), [0, 'Imported 3 processes and 3 pacts.']);
      const out = join(folder, 'milano');
      const { files } = await readFiles('example/milano');
      assert.deepEqual(await said(exportCommand, out), [
        0,
        `Exported 3 processes and 3 pacts into ${out}; ${String(files.size)} files changed.`,
      ]);
      assert.deepEqual((await readFiles(out)).files, files);
      assert.deepEqual(await said(exportCommand, out), [0, `Exported 3 processes and 3 pacts into ${out}; 0 files changed.`]);
    });

    it('leave everything as it was when one file is wrong, and name the place', async () => {
      const wrong = join(folder, 'wrong');
      await cp('example/milano', wrong, { recursive: true });
      const process = join(wrong, 'processes/cortile-municipio-8.yaml');
      await writeFile(process, (await readFile(process, 'utf8')).replace('minAge: 14', 'minAge: fourteen'));
      const [code, ...lines] = await said(importCommand, wrong);
      assert.equal(code, 1);
      assert.match(lines[0] ?? '', /^processes\/cortile-municipio-8\.yaml:\d+:11: must be a number$/);
      assert.equal(lines.at(-1), 'Nothing was imported: 1 problems.');
      const again = join(folder, 'again');
      assert.equal((await said(exportCommand, again))[0], 0);
      assert.deepEqual((await readFiles(again)).files, (await readFiles('example/milano')).files);
    });

    it('check without a database', async () => {
      environment = { ...environment, DATABASE_URL: 'postgres://nowhere.invalid/none' };
      assert.deepEqual(await said(importCommand, 'example/milano', '--check'), [0, 'Nothing is wrong: 3 processes and 3 pacts.']);
    });

    it('say how they are used, and which folder is not there', async () => {
      for (const args of [[], ['a', 'b'], ['a', '--force']]) assert.equal((await said(importCommand, ...args))[0], 2);
      assert.equal((await said(exportCommand))[0], 2);
      assert.deepEqual(await said(importCommand, join(folder, 'nowhere')), [1, `There is no folder ${join(folder, 'nowhere')}.`]);
    });
  });
}
