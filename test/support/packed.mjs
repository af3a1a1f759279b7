import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Paths of the files that npm would publish. */
export function packedFiles() {
  const out = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // One release of npm answers with a list, another with an object by the package's name.
  const [packed] = Object.values(JSON.parse(out));
  return packed.files.map(({ path }) => path);
}

/**
 * Lays the package into a folder as an installation would, so that nothing is found that a consumer would not have. What the package
 * needs itself is found further up, in this repository.
 *
 * @param folder - Emptied first; the package is in its `node_modules/portico` afterwards.
 */
export function installInto(folder) {
  rmSync(folder, { recursive: true, force: true });
  const home = join(folder, 'node_modules/portico');
  for (const path of packedFiles()) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    cpSync(path, join(home, path));
  }
  // Without a name of its own the folder would belong to this repository, and `portico` would mean the repository itself.
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  return home;
}
