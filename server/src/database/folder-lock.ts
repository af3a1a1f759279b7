import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another process has the data folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Makes sure that one process alone uses a data folder. The embedded database has no lock of its own: a second one would open the same
 * files and spoil them.
 *
 * @returns A function that gives the folder free.
 * @throws FolderInUse that says which process has it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, 'lock');
  const own = `${lock}.${String(process.pid)}`;
  writeFileSync(own, String(process.pid));
  try {
    // A link is made whole or not at all, with its content, also when two processes try in the same moment.
    if (!tryLink(own, lock)) {
      const holder = Number(readFileSync(lock, 'utf8'));
      if (holder !== process.pid && runs(holder)) {
        throw new FolderInUse(
          `The data folder ${folder} is in use by the process ${String(holder)}. Stop it, or set PORTICO_DATA.`,
        );
      }
      // Whoever had it was killed.
      rmSync(lock, { force: true });
      if (!tryLink(own, lock)) throw new FolderInUse(`The data folder ${folder} was taken by another process in this moment.`);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    rmSync(lock, { force: true });
  };
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
