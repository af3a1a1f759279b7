import { exportContent } from '../content/export.js';
import { FolderRefused, writeFolder } from '../content/folder/folder.js';
import { openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { readSettings } from '../settings/settings.js';
import type { Command } from './command.js';
import { exportVotes } from './export-votes.js';

const usage = `portico-server export <folder>
portico-server export --format pabulib <ballot> <folder>

  The first writes what the city publishes, the second the votes of a ballot, where they are published.`;

export const run: Command = async (args, environment, out) => {
  const [format, name, ballot, target, ...rest] = args;
  if (format === '--format' && name === 'pabulib' && ballot !== undefined && target !== undefined && rest.length === 0) {
    return exportVotes({ ballot, folder: target }, environment, out);
  }
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
