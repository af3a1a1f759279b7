import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { stringify } from 'yaml';
import { makeApp } from '../app.js';
import { openStore } from '../attachments/open-store.js';
import { ContentStore } from '../content/content-store.js';
import type { Schema } from '../database/schema.js';
import { makeLog } from '../logs.js';
import { ObservationNews } from '../observations/observation-news.js';
import { newKey, readKeys } from '../settings/keys.js';
import { readSettings } from '../settings/settings.js';
import type { Command } from './command.js';

/** A database that is never asked: routes are only described. */
const noDatabase = (): Kysely<Schema> =>
  new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });

/** Prints the HTTP contract as the routes themselves describe it, in YAML. */
export const run: Command = async (_args, _environment, out) => {
  const settings = readSettings({ LOG_LEVEL: 'silent', PORTICO_KEY: newKey() });
  const db = noDatabase();
  const app = await makeApp({
    settings,
    keys: readKeys(settings),
    database: { db, engine: 'PostgreSQL', close: () => db.destroy() },
    content: new ContentStore(db),
    files: openStore(settings),
    news: new ObservationNews(),
    log: makeLog(settings),
    now: () => new Date(),
  });
  await app.ready();
  out(stringify(app.swagger(), { aliasDuplicateObjects: false, lineWidth: 0 }).trimEnd());
  await app.close();
  return 0;
};
