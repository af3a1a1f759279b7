import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCity, type City } from '../city.js';
import { describeProblem } from '../content/content-problem.js';
import { makeLog } from '../logs.js';
import { importObservations, ObservationsRefused } from '../observations/import/import-observations.js';
import { readFiles, type SourceFile } from '../observations/import/read-files.js';
import { readSettings } from '../settings/settings.js';
import type { Command } from './command.js';
import { readText } from './read-text.js';

const usage = `portico-server import-observations <file.yaml|file.jsonl|folder…> [--check] [--if-none]

  --check    says what is wrong, and imports nothing
  --if-none  does nothing when one of their processes has observations already`;

/** Takes over observations that were received elsewhere. `docs/observations.md` says how the files look. */
export const run: Command = async (args, environment, out) => {
  const wanted = readArguments(args);
  if (!wanted) {
    out(usage);
    return 2;
  }
  const files = await filesOf(wanted.paths, out);
  if (!files) return 1;
  const settings = readSettings(environment);
  const city = await openCity(settings, makeLog({ logLevel: 'silent' }));
  try {
    const read = readFiles(files, settings.locale);
    if (wanted.ifNone && (await hasObservations(city, new Set(read.items.map(({ process }) => process))))) {
      out('There are observations already: nothing was imported.');
      return 0;
    }
    const imported = await importObservations(city, read, { onlyCheck: wanted.check });
    for (const { process, observations, comments, responses, from, to } of imported) {
      const counts = `${String(observations)} observations, ${String(comments)} comments, ${String(responses)} responses`;
      out(`${process}: ${counts}; numbers ${from} to ${to}.`);
    }
    out(wanted.check ? 'Nothing is wrong, and nothing was imported.' : 'Imported.');
    return 0;
  } catch (error) {
    if (!(error instanceof ObservationsRefused)) throw error;
    for (const problem of error.problems) out(describeProblem(problem));
    out(`Nothing was imported: ${String(error.problems.length)} problems.`);
    return 1;
  } finally {
    await city.database.close();
  }
};

async function hasObservations({ database }: City, processes: ReadonlySet<string>): Promise<boolean> {
  const row = await database.db
    .selectFrom('observation')
    .select('reference')
    .where('process_id', 'in', ['', ...processes])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The files that are named, and those in the folders that are; nothing when one of them cannot be read. */
async function filesOf(paths: readonly string[], out: (line: string) => void): Promise<SourceFile[] | undefined> {
  const names: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) {
      const inside = await readdir(path, { recursive: true });
      names.push(
        ...inside
          .filter(name => /\.(ya?ml|jsonl)$/i.test(name))
          .sort()
          .map(name => join(path, name)),
      );
    } else names.push(path);
  }
  const files: SourceFile[] = [];
  for (const name of names) {
    const text = await readText(name);
    if (text === undefined) {
      out(`${name} is no file that can be read as UTF-8.`);
      return undefined;
    }
    files.push({ name, text });
  }
  return files;
}

function readArguments(args: string[]): { paths: string[]; check: boolean; ifNone: boolean } | undefined {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { check: { type: 'boolean', default: false }, 'if-none': { type: 'boolean', default: false } },
    });
    return positionals.length === 0 ? undefined : { paths: positionals, check: values.check, ifNone: values['if-none'] };
  } catch {
    // An option that there is not.
    return undefined;
  }
}
