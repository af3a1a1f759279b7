import { mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeProblem, type ContentProblem } from '../content-problem.js';
import type { Content } from '../schema.js';
import { readFiles } from './files.js';
import { cityFile } from './layout.js';
import { readContent, type ReadContent } from './read-content.js';
import { writeContent } from './write-content.js';

/** That something cannot be done with the folder that was named. */
export class FolderRefused extends Error {
  override readonly name = 'FolderRefused';
}

/**
 * Reads the city's folder.
 *
 * @returns The content, or everything that is wrong with it.
 * @throws FolderRefused when there is no such folder.
 */
export async function readFolder(folder: string): Promise<ReadContent | { problems: ContentProblem[] }> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new FolderRefused(`There is no folder ${folder}.`);
  const { files, problems } = await readFiles(await realpath(folder));
  const read = readContent(files);
  return problems.length === 0 ? read : { problems: [...problems, ...('problems' in read ? read.problems : [])] };
}

/**
 * Writes content into a folder: a new one, an empty one, or one that holds content already, of which no file is left over. `README.md`
 * and names that begin with a dot stay as they are.
 *
 * @param locale - The city's language.
 * @returns How many files were written or taken away.
 * @throws FolderRefused when the folder holds something else.
 */
export async function writeFolder(folder: string, content: Content, locale: string): Promise<number> {
  const files = writeContent(content, locale);
  await mkdir(folder, { recursive: true });
  const there = (await readdir(folder)).filter(name => !name.startsWith('.') && name !== 'README.md');
  if (there.length > 0 && !there.includes(cityFile)) {
    throw new FolderRefused(`${folder} holds other files. Name an empty folder, or one with a ${cityFile}.`);
  }
  const before = await readFiles(folder);
  const [problem] = before.problems;
  if (problem) throw new FolderRefused(`${folder} cannot be written over. ${describeProblem(problem)}`);
  const foreign = [...before.files.keys()].find(
    file => !/^(city\.yaml|(processes|ballots)\/.*\.yaml|(pacts|documents)\/.*\.(yaml|md))$/.test(file),
  );
  if (foreign !== undefined) throw new FolderRefused(`${folder} holds ${foreign}, which is not content.`);

  const changed = [...files].filter(([file, text]) => before.files.get(file) !== text);
  for (const [file, text] of changed) await writeWhole(join(folder, file), text);
  const old = [...before.files.keys()].filter(file => !files.has(file));
  for (const file of old) await rm(join(folder, file));
  return changed.length + old.length;
}

/** A file that is read at the same moment is the old one or the new one, never half of it. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
