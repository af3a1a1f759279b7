import { parseArgs } from 'node:util';
import { openDatabase } from '../database/database.js';
import { asCsv, identitiesOf } from '../identities/identities-of.js';
import { KeyFileError, readKeyFile } from '../identities/key-file.js';
import { readSettings } from '../settings/settings.js';
import type { Command } from './command.js';

/** Opens the identities of a process that are sealed for an office, as a table on the standard output. */
export const run: Command = async (args, environment, out) => {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { key: { type: 'string' } } });
  const [process] = positionals;
  if (process === undefined || values.key === undefined) {
    out('Say which process, and where the key is: portico-server identities <process> --key <file>.');
    return 2;
  }
  let keys;
  try {
    keys = readKeyFile(values.key, environment['OFFICE_PASSPHRASE']);
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    console.error(error.message);
    return 1;
  }
  const database = await openDatabase(readSettings(environment));
  try {
    const { identities, broken, others } = await identitiesOf(database.db, process, keys);
    out(asCsv(identities));
    // What is not part of the table must not end in it.
    if (identities.length + broken.length + others === 0) console.error(`Nothing is sealed for ${process}. Is that its id?`);
    if (broken.length > 0) console.error(`These do not open, so somebody changed them: ${broken.join(', ')}.`);
    if (others > 0) console.error(`Sealed with other keys, and not shown: ${String(others)}.`);
    return broken.length > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
};
