import type { FastifyBaseLogger } from 'fastify';
import type { AttachmentStore } from './attachments/attachment-store.js';
import { openStore } from './attachments/open-store.js';
import { ContentStore } from './content/content-store.js';
import { openDatabase, type Database } from './database/database.js';
import { migrate } from './database/migrate.js';
import { ObservationNews } from './observations/observation-news.js';
import { checkKeys, wasUsed } from './settings/check-keys.js';
import { readKeys, type Keys } from './settings/keys.js';
import type { Settings } from './settings/settings.js';

/** All that the parts of one running server share. There is nothing else: a second process needs only the same settings. */
export interface City {
  readonly settings: Settings;
  readonly keys: Keys;
  readonly database: Database;
  readonly content: ContentStore;
  /** The bytes of what people attached. */
  readonly files: AttachmentStore;
  readonly news: ObservationNews;
  readonly log: FastifyBaseLogger;
  /** The server's clock. Tests set it. */
  readonly now: () => Date;
}

/**
 * Opens all of it: the database with its tables up to date, the keys that belong to it, what was published.
 *
 * @throws SettingsError when the secret is not the one that the database was used with.
 */
export async function openCity(settings: Settings, log: FastifyBaseLogger, now = (): Date => new Date()): Promise<City> {
  const database = await openDatabase(settings, error => {
    log.warn({ err: error }, 'a connection to the database was lost');
  });
  try {
    const done = await migrate(database.db);
    if (done.length > 0) log.info({ migrations: done }, 'the tables are up to date');
    const keys = readKeys(settings, !(await wasUsed(database.db)));
    await checkKeys(database.db, keys);
    const content = new ContentStore(database.db);
    await content.refresh();
    return { settings, keys, database, content, files: openStore(settings), news: new ObservationNews(), log, now };
  } catch (error) {
    await database.close();
    throw error;
  }
}
