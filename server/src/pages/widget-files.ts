import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { City } from '../city.js';

/** The built widgets that this server serves below `/portico/`. */
export interface WidgetFiles {
  folder: string;
  /** Folder of the floating files, which follows the releases: `0`. */
  floating: string;
  /** Folder of the release that it leads to: `0.1.0`. */
  release: string;
}

/** The build puts the widgets beside the program; tests are one folder further down. */
const usualPlaces = ['./portico', '../portico'].map(path => fileURLToPath(new URL(path, import.meta.url)));

const numbers = (name: string): number[] => name.split(/[.-]/).map(Number);

/** Newest last. */
function byRelease(one: string, other: string): number {
  const [a, b] = [numbers(one), numbers(other)];
  const different = a.findIndex((number, place) => number !== b[place]);
  return different < 0 ? 0 : (a[different] ?? 0) - (b[different] ?? 0);
}

/** Looks for the built widgets. Nothing where there are none: pages are read without them. */
export function findWidgetFiles(setting: string | undefined): WidgetFiles | undefined {
  const folder = (setting === undefined ? usualPlaces : [resolve(setting)]).find(existsSync);
  if (folder === undefined) return undefined;
  const names = readdirSync(folder);
  const floating = names
    .filter(name => /^\d+$/.test(name))
    .sort(byRelease)
    .at(-1);
  const release = names
    .filter(name => /^\d+\.\d+\.\d+$/.test(name) && name.startsWith(`${floating ?? ''}.`))
    .sort(byRelease)
    .at(-1);
  return floating === undefined || release === undefined ? undefined : { folder, floating, release };
}

/** A file of one release never changes. */
const ofRelease = /[\\/]\d+\.\d+\.\d+[^\\/]*[\\/]/;

/**
 * Serves the widgets. Each file that is there at the start has a route of its own, so that no address, however it is written, reaches
 * anything else. The forms in which files are sent compressed lie beside them, made by the build.
 */
export async function widgetFileRoutes(
  app: FastifyInstance,
  { log, settings }: Pick<City, 'log' | 'settings'>,
  found: WidgetFiles | undefined,
): Promise<void> {
  if (!found) {
    log.warn('there are no built widgets: pages are sent without them');
    return;
  }
  await app.register(files, {
    root: found.folder,
    prefix: '/portico/',
    wildcard: false,
    globIgnore: ['**/*.br', '**/*.gz', '**/*.part'],
    preCompressed: true,
    index: false,
    dotfiles: 'deny',
    serveDotFiles: false,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const caching = settings.filesChange
        ? 'no-cache'
        : ofRelease.test(path.slice(found.folder.length))
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=300, stale-while-revalidate=86400';
      // Everybody gets the same bytes, so a cache between need not keep one copy for each site that asks.
      void reply.header('cache-control', caching).header('vary', 'accept-encoding');
    },
  });
}
