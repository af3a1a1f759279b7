import { exportContent } from '../content/export.js';
import { FolderRefused, writeFolder } from '../content/folder/folder.js';
import { openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { readSettings } from '../settings/settings.js';
import type { Command } from './command.js';

const usage = 'portico-server export <folder>';

export const run: Command = async (args, environment, out) => {
  const [folder, ...others] = args;
  if (folder === undefined || folder.startsWith('-') || others.length > 0) {
    out(usage);
    return 2;
  }
  const settings = readSettings(environment);
  const database = await openDatabase(settings);
  try {
    await migrate(database.db);
    const content = await exportContent(database.db);
    const changed = await writeFolder(folder, content, settings.locale);
    const size = `${String(content.processes.length)} processes and ${String(content.pacts.length)} pacts`;
    out(`Exported ${size} into ${folder}; ${String(changed)} files changed.`);
    return 0;
  } catch (error) {
    if (!(error instanceof FolderRefused)) throw error;
    out(error.message);
    return 1;
  } finally {
    await database.close();
  }
};
