import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentProblem } from '../content-problem.js';
import { observationsFolder } from './layout.js';

/** The files of a folder: paths inside it, with `/` between names, and their texts. */
export type Files = ReadonlyMap<string, string>;

/** A text of this size is a hundred pages. What is longer should be split, and was perhaps made to do harm. */
export const mostBytes = 256 * 1024;

const mostFiles = 20_000;

/** What all texts may have together, in bytes: they are in memory at the same time. */
const mostTogether = 64 * 1024 * 1024;
const deepestFolder = 6;

/**
 * Reads every file of a folder but those that nobody takes for content: `README.md`, names that begin with a dot, and observations that are
 * brought by a command of their own. Links are never followed, since they can lead out of the folder.
 */
export async function readFiles(folder: string): Promise<{ files: Files; problems: ContentProblem[] }> {
  const files = new Map<string, string>();
  const problems: ContentProblem[] = [];
  const complain = (file: string, message: string): void => void problems.push({ file, line: 1, column: 1, message });

  const visit = async (inside: string, depth: number): Promise<void> => {
    const entries = await readdir(join(folder, inside), { withFileTypes: true });
    entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const entry of entries) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'README.md') continue;
      if (path === observationsFolder && entry.isDirectory()) continue;
      if (entry.isSymbolicLink()) complain(path, 'is a link to another place; put the file itself here');
      else if (entry.isDirectory() && depth < deepestFolder) await visit(path, depth + 1);
      else if (!entry.isFile()) complain(path, 'is neither a file nor a folder that belongs here');
      else if (files.size >= mostFiles) {
        complain(path, `there are more than ${String(mostFiles)} files`);
        return;
      } else if (together > mostTogether) {
        complain(
          path,
          `what was read before it has more than ${String(mostTogether / 1024 / 1024)} MiB already; nothing more is read`,
        );
        return;
      } else await take(path);
    }
  };
  let together = 0;
  const take = async (path: string): Promise<void> => {
    const bytes = await readUpTo(join(folder, path), mostBytes + 1);
    together += bytes.length;
    if (bytes.length > mostBytes) {
      complain(path, `is larger than ${String(mostBytes / 1024)} KiB; split it`);
      return;
    }
    try {
      files.set(path, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      complain(path, 'is not written in UTF-8; save it again in that encoding');
    }
  };
  await visit('', 0);
  return { files, problems };
}

/** Reads no more than it is told, whatever the file has become since it was listed. */
async function readUpTo(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const buffer = Buffer.alloc(bytes);
    let filled = 0;
    while (filled < bytes) {
      const { bytesRead } = await file.read(buffer, filled, bytes - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await file.close();
  }
}
