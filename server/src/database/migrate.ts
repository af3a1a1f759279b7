import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import * as first from './migrations/0001-first.js';
import * as ballots from './migrations/0002-ballots.js';
import type { Schema } from './schema.js';

/** All migrations, by the names under which a database remembers them. Names never change. */
const migrations: Readonly<Record<string, Migration>> = { '0001-first': first, '0002-ballots': ballots };

/** Looks in this connection's own schema alone: a database may hold many cities, each in one. */
async function migrator(db: Kysely<Schema>): Promise<Migrator> {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  const schema = rows[0]?.schema;
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  return new Migrator({ db, provider, ...(schema && { migrationTableSchema: schema }) });
}

/**
 * Brings the tables up to date. Processes that do it at the same moment wait for each other.
 *
 * @returns The names of the migrations that were run.
 */
export async function migrate(db: Kysely<Schema>): Promise<string[]> {
  const { error, results = [] } = await (await migrator(db)).migrateToLatest();
  const failed = results.find(({ status }) => status === 'Error');
  if (error !== undefined) {
    throw new Error(`The migration ${failed?.migrationName ?? ''} failed: ${messageOf(error)}`, { cause: error });
  }
  return results.map(({ migrationName }) => migrationName);
}

/** The names of the migrations that this database has not seen. */
export async function missingMigrations(db: Kysely<Schema>): Promise<string[]> {
  const all = await (await migrator(db)).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
