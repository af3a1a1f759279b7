import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Where files for pages are built. The folder of a version never changes once it is released; the major one follows the releases. */
export const cdn = {
  version,
  major: version.split('.')[0],
  pinned: `dist/cdn/${version}`,
  floating: `dist/cdn/${version.split('.')[0]}`,
};
