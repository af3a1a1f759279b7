import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { cdn } from '../scripts/cdn-folders.mjs';
import { ours } from './entries.mjs';

/** How long an entry of ours may take to show the pact, where the hand-written page takes 1. */
const ratios = { loader: 1.45, 'loader-preloaded': 1.1, 'pinned-preloaded': 1.1, 'single-file': 1.1 };

/** Scripts, words and data that may come with the loader, itself among them, until the pact is there. */
const loaderFiles = 5;

/** Below it, two decimals of the usual score are zero. */
const shift = 0.001;

/** Bytes of the loader, as brotli makes them. */
const loaderBytes = 2600;

const limit = (what, value, most) => ({ what, value, most, kept: value <= most });

/** Limits that another round may answer differently, since the machine has other things to do. */
export const timeLimits = figures =>
  Object.entries(ratios).map(([name, most]) =>
    limit(`${name}: time to the pact, hand-written 1`, figures[name].ratio.median, most),
  );

/**
 * Limits on what is the same in every round.
 *
 * @param folder - Folder of the built files.
 */
export function otherLimits(figures, folder) {
  const loader = readFileSync(join(folder, cdn.major, 'loader.js'));
  const bytes = brotliCompressSync(loader, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  return [
    ...ours.flatMap(name => [
      limit(`${name}: layout shift`, figures[name].shift, shift),
      limit(`${name}: elements of the page that look different`, figures[name].changed, 0),
    ]),
    limit('loader: scripts, words and data until the pact is there', figures.loader.files, loaderFiles),
    limit('loader: bytes, brotli', bytes, loaderBytes),
  ];
}
