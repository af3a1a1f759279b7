import { join } from 'node:path';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Settings } from '../settings/settings.js';
import { lockFolder } from './folder-lock.js';
import type { Schema } from './schema.js';

export interface Database {
  readonly db: Kysely<Schema>;
  readonly engine: 'PostgreSQL' | 'PGlite';
  /** How the connections to a server stand; the embedded one has none. */
  connections?: () => { open: number; idle: number; waiting: number };
  close(): Promise<void>;
}

const bigint = pg.types.builtins.INT8;

/** Opens the database that the settings name: a PostgreSQL server, or the embedded one in the data folder. */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'data' | 'databaseConnections'>,
  onLost: (error: Error) => void = () => undefined,
): Promise<Database> {
  return settings.databaseUrl === undefined
    ? embedded(settings.data)
    : server(settings.databaseUrl, settings.databaseConnections, onLost);
}

function server(connectionString: string, max: number, onLost: (error: Error) => void): Database {
  // Counts and milliseconds stay far below 2^53, and the embedded engine gives numbers too.
  pg.types.setTypeParser(bigint, Number);
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 5000, statement_timeout: 15_000 });
  // A connection that rests and is cut must not end the process; the next query gets another.
  pool.on('error', onLost);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const connections = (): { open: number; idle: number; waiting: number } => ({
    open: pool.totalCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  });
  return { db, engine: 'PostgreSQL', connections, close: () => db.destroy() };
}

async function embedded(folder: string): Promise<Database> {
  const release = lockFolder(folder);
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    const pglite = await PGlite.create({ dataDir: join(folder, 'database'), parsers: { [bigint]: Number } });
    const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
    const close = async (): Promise<void> => {
      if (!pglite.closed) await pglite.close();
      release();
    };
    return { db, engine: 'PGlite', close };
  } catch (error) {
    release();
    throw error;
  }
}
