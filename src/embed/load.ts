import { isPreloaded } from '../backend/http/early-reads.js';
import type { BuiltFiles } from './files.js';

/** What the file of a widget exports beside registering it. */
export type Code = typeof import('./place.js');

/** Asks for files of this release. */
export interface Load {
  /** Whether the head of the page preloads a file that holds the widget whole, Italian words included; its address. */
  whole: (name: string) => string | undefined;
  /**
   * The code of a widget: whole where that is preloaded, else in chunks, of which two widgets share most.
   *
   * @throws When a file is missing or the page's policy does not let it in.
   */
  widget: (name: string) => Promise<Code | undefined>;
  /** Asks for words or a look ahead of the widget that needs them. It asks again itself, so a failure here means nothing. */
  ahead: (folder: 'locales' | 'themes', name: string | undefined) => void;
  get: (file: string) => Promise<unknown>;
}

/** @param here - Address of the loader's own file. */
export function load(here: string, { release, widgets, ...folders }: BuiltFiles): Load {
  const address = (file: string): string => new URL(file, here).href;
  const get = (file: string): Promise<unknown> => import(/* @vite-ignore */ address(release + file));
  const whole = (name: string): string | undefined => [`${name}.js`, 'portico.js'].map(address).find(isPreloaded);
  return {
    get,
    whole,
    widget: async name => {
      const file = whole(name);
      const modules = file ? [import(/* @vite-ignore */ file)] : (widgets[name] ?? []).map(get);
      return (await Promise.all(modules)).at(-1) as Code | undefined;
    },
    ahead: (folder, name = '') => {
      if (folders[folder].includes(name)) get(`${folder}/${name}.js`).catch(() => undefined);
    },
  };
}
