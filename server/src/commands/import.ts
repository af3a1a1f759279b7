import { parseArgs } from 'node:util';
import { describeProblem } from '../content/content-problem.js';
import { FolderRefused, readFolder } from '../content/folder/folder.js';
import { importContent, ImportRefused } from '../content/import.js';
import { openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { readSettings } from '../settings/settings.js';
import type { Command } from './command.js';

const usage = `portico-server import <folder> [--check] [--remove]

  --check   only says what is wrong, without a database
  --remove  also takes away what people took part in, and erases what they left`;

export const run: Command = async (args, environment, out) => {
  const wanted = readArguments(args);
  if (!wanted) {
    out(usage);
    return 2;
  }
  try {
    const read = await readFolder(wanted.folder);
    if ('problems' in read) {
      for (const problem of read.problems) out(describeProblem(problem));
      out(`Nothing was imported: ${String(read.problems.length)} problems.`);
      return 1;
    }
    const { content, locale } = read;
    const size = `${String(content.processes.length)} processes and ${String(content.pacts.length)} pacts`;
    if (wanted.check) {
      out(`Nothing is wrong: ${size}.`);
      return 0;
    }
    const settings = readSettings(environment);
    const database = await openDatabase(settings);
    try {
      await migrate(database.db);
      const warnings = await importContent(database.db, content, new Date(), { remove: wanted.remove });
      for (const warning of warnings) out(warning);
      if (locale !== settings.locale)
        out(`The folder is in '${locale}' and PORTICO_LOCALE is '${settings.locale}'. Should they be the same?`);
      out(`Imported ${size}.`);
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof FolderRefused) out(error.message);
    else if (error instanceof ImportRefused) {
      for (const reason of error.reasons) out(reason);
      out('Nothing was imported. With --remove it is, and what people left there is erased.');
    } else throw error;
    return 1;
  }
};

function readArguments(args: string[]): { folder: string; check: boolean; remove: boolean } | undefined {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { check: { type: 'boolean', default: false }, remove: { type: 'boolean', default: false } },
    });
    const [folder, ...others] = positionals;
    return folder === undefined || others.length > 0 ? undefined : { folder, ...values };
  } catch {
    // An option that there is not.
    return undefined;
  }
}
