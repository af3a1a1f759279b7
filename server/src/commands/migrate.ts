import { openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { readSettings } from '../settings/settings.js';
import type { Command } from './command.js';

export const run: Command = async (_args, environment, out) => {
  const database = await openDatabase(readSettings(environment));
  try {
    const done = await migrate(database.db);
    out(done.length > 0 ? `Migrated: ${done.join(', ')}.` : 'The tables are up to date.');
    return 0;
  } finally {
    await database.close();
  }
};
