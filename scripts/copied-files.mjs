import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn } from './files-in.mjs';

/**
 * Empties a folder before the first build, so that no chunk of an earlier one stays.
 *
 * @param keep - Names inside it that belong to another build.
 */
export function emptied(folder, keep = []) {
  let done = false;
  return {
    name: 'emptied',
    buildStart() {
      if (done || !existsSync(folder)) return;
      done = true;
      for (const name of readdirSync(folder)) if (!keep.includes(name)) rmSync(join(folder, name), { recursive: true });
    },
  };
}

/**
 * Copies files as they are. While Rollup watches, a change in one of them copies again.
 *
 * @param from - Folder that holds them.
 * @param to - Folder for the copies; paths below stay the same.
 * @param pattern - Which paths, seen from `from`.
 */
export function copied(from, to, pattern, { watched = true } = {}) {
  return {
    name: 'copied',
    buildStart() {
      if (watched) for (const path of filesIn(from, pattern)) this.addWatchFile(join(from, path));
    },
    writeBundle() {
      for (const path of filesIn(from, pattern)) {
        mkdirSync(dirname(join(to, path)), { recursive: true });
        copyFileSync(join(from, path), join(to, path));
      }
    },
  };
}
