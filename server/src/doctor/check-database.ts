import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { rolesAreThere } from '../ballots/roles.js';
import { openDatabase } from '../database/database.js';
import { missingMigrations } from '../database/migrate.js';
import type { Schema } from '../database/schema.js';
import { readKeys } from '../settings/keys.js';
import type { Settings } from '../settings/settings.js';
import { bad, good, messageOf, skipped, type Finding } from './finding.js';

/** How far the clock of the database may be from ours, in milliseconds. Sessions and ends of processes go by the server's. */
const mostApart = 5000;

/** Looks at the database without changing anything in it. */
export async function checkDatabase(settings: Settings): Promise<Finding[]> {
  const where = settings.databaseUrl === undefined ? `embedded, in ${settings.data}` : 'PostgreSQL';
  if (settings.databaseUrl === undefined && !existsSync(join(settings.data, 'database'))) {
    return [skipped('database', `${where}: it is made at the first start`)];
  }
  let database;
  try {
    database = await openDatabase(settings);
  } catch (error) {
    return [
      existsSync(join(settings.data, 'lock'))
        ? skipped('database', `${messageOf(error)} To look into it, stop the server first; or ask its /readyz.`)
        : bad('database', `${where}, it cannot be opened: ${messageOf(error)}. Bring the folder back from a backup.`),
    ];
  }
  try {
    await sql`select 1`.execute(database.db);
    return [
      good('database', `${where}, it answers`),
      await checkTables(database.db),
      await checkKey(database.db, settings),
      await checkClock(database.db),
      await checkRoles(database.db),
    ];
  } catch (error) {
    return [
      bad('database', `${where}, it does not answer: ${messageOf(error)}. Look at DATABASE_URL and at the database server.`),
    ];
  } finally {
    await database.close();
  }
}

/** Without them votes are still kept apart, but the database does not see to it. */
async function checkRoles(db: Kysely<Schema>): Promise<Finding> {
  if ((await missingMigrations(db)).length > 0) return skipped('roles', 'they are made together with the tables');
  return (await rolesAreThere(db))
    ? good('roles', 'who may vote and what was voted are for a role each')
    : skipped(
        'roles',
        'portico_roll and portico_box are missing, so the database does not keep who may vote and what was voted apart. Let an administrator make them, and grant them to the user of the server: docs/voting-security.md.',
      );
}

async function checkTables(db: Kysely<Schema>): Promise<Finding> {
  const missing = await missingMigrations(db);
  return missing.length === 0
    ? good('tables', 'up to date')
    : bad('tables', `missing: ${missing.join(', ')}. Run \`portico-server migrate\`; \`serve\` does it too.`);
}

async function checkKey(db: Kysely<Schema>, settings: Settings): Promise<Finding> {
  const { exists } = (await sql<{ exists: boolean }>`select to_regclass('mark') is not null as exists`.execute(db)).rows[0] ?? {
    exists: false,
  };
  const mark = exists && (await db.selectFrom('mark').select('value').where('name', '=', 'key').executeTakeFirst());
  if (!mark) return skipped('key', 'the database was not used yet; the first start ties it to the key');
  if (settings.key === undefined && !existsSync(join(settings.data, 'portico.key'))) {
    return bad(
      'key',
      `there is a database in ${settings.data}, but no portico.key. Bring it back from a backup before you start.`,
    );
  }
  let keys;
  try {
    keys = readKeys(settings);
  } catch (error) {
    return bad('key', messageOf(error));
  }
  return keys.check.equals(mark.value)
    ? good('key', 'the one that this database was used with')
    : bad(
        'key',
        'not the one that this database was used with. Look for the right one in your backups; the server does not start.',
      );
}

async function checkClock(db: Kysely<Schema>): Promise<Finding> {
  const before = Date.now();
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(db);
  const apart = Math.abs((rows[0]?.now.getTime() ?? 0) - (before + Date.now()) / 2);
  const says = `${(apart / 1000).toFixed(1)} s from the clock of the database`;
  return apart <= mostApart ? good('clock', says) : bad('clock', `${says}. Let both machines keep time by NTP.`);
}
