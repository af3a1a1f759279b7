import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyBaseLogger, FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { makeApp } from '../../src/app.js';
import { openCity, type City } from '../../src/city.js';
import type { Content } from '../../src/content/schema.js';
import { importContent } from '../../src/content/import.js';
import { makeLog } from '../../src/logs.js';
import { newKey } from '../../src/settings/keys.js';
import { readSettings } from '../../src/settings/settings.js';
import { Sessions } from '../../src/sign-in/sessions.js';
import type { Visitor } from '../../src/sign-in/visitor.js';
import { content as usualContent } from './content.js';

/** Both engines run every test of what the database must hold. */
export const engines = ['PostgreSQL', 'PGlite'] as const;

export type Engine = (typeof engines)[number];

/** Where the server of the tests is. Only the own origin may write. */
export const origin = 'http://localhost:8080';

export interface TestCity {
  city: City;
  app: FastifyInstance;
  /** Answers as if the request had come over the network. */
  ask: (options: InjectOptions | string) => Promise<LightMyRequestResponse>;
  /** Begins a session for somebody. @returns The `Cookie` header. */
  signIn: (visitor: Visitor) => Promise<string>;
  /** The headers of a write from the city's own page. */
  writing: (cookie?: string, key?: string) => Record<string, string>;
  close: () => Promise<void>;
}

interface Options {
  content?: Content;
  environment?: Record<string, string>;
  now?: () => Date;
  log?: FastifyBaseLogger;
}

/** A server on an engine, with a database of its own. */
export async function testCity(
  engine: Engine,
  { content = usualContent, environment = {}, now, log }: Options = {},
): Promise<TestCity> {
  const place = await emptyDatabase(engine);
  const settings = readSettings({ PORTICO_KEY: newKey(), LOG_LEVEL: 'silent', ...place.environment, ...environment });
  const city = await openCity(settings, log ?? makeLog(settings), now);
  await importContent(city.database.db, content, city.now());
  await city.content.refresh();
  const app = await makeApp(city);
  await app.ready();
  const sessions = new Sessions(city.database.db, city.keys, settings.sessionMinutes * 60_000);
  return {
    city,
    app,
    ask: options => app.inject(options),
    signIn: async visitor => `__Host-portico=${await sessions.begin(visitor, city.now())}`,
    writing: (cookie, key = randomUUID()) => ({ origin, 'idempotency-key': key, ...(cookie !== undefined && { cookie }) }),
    async close() {
      await app.close();
      await city.database.close();
      await place.remove();
    },
  };
}

export interface Place {
  /** The settings that lead there. */
  environment: Record<string, string>;
  remove: () => Promise<void>;
}

/** A database in which nothing has ever been. */
export function emptyDatabase(engine: Engine): Promise<Place> {
  return engine === 'PostgreSQL' ? onServer() : Promise.resolve(inFolder());
}

async function onServer(): Promise<Place> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? 'postgres://localhost/postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const administer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await administer(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const files = join(tmpdir(), name);
  return {
    environment: { DATABASE_URL: own.href, DATABASE_CONNECTIONS: '5', PORTICO_ATTACHMENTS: files },
    remove: async () => {
      rmSync(files, { recursive: true, force: true });
      await administer(`drop database ${name} with (force)`);
    },
  };
}

function inFolder(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'portico-data-'));
  // Making a database takes seconds, a copy of an empty one none.
  const prepared = process.env['TEST_PREPARED_DATA'];
  if (prepared !== undefined && existsSync(prepared)) cpSync(prepared, folder, { recursive: true });
  return {
    environment: { PORTICO_DATA: folder },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}
