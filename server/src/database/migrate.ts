import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import * as first from './migrations/0001-first.js';
import type { Schema } from './schema.js';

/** All migrations, by the names under which a database remembers them. Names never change. */
const migrations: Readonly<Record<string, Migration>> = { '0001-first': first };

const migrator = (db: Kysely<Schema>): Migrator =>
  new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });

/**
 * Brings the tables up to date. Processes that do it at the same moment wait for each other.
 *
 * @returns The names of the migrations that were run.
 */
export async function migrate(db: Kysely<Schema>): Promise<string[]> {
  const { error, results = [] } = await migrator(db).migrateToLatest();
  const failed = results.find(({ status }) => status === 'Error');
  if (error !== undefined) {
    throw new Error(`The migration ${failed?.migrationName ?? ''} failed: ${messageOf(error)}`, { cause: error });
  }
  return results.map(({ migrationName }) => migrationName);
}

/** The names of the migrations that this database has not seen. */
export async function missingMigrations(db: Kysely<Schema>): Promise<string[]> {
  const all = await migrator(db).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
