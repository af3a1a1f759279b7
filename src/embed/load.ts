import { isPreloaded } from '../backend/http/early-reads.js';

/** What the file of a widget exports beside registering it. */
export type Code = typeof import('./place.js');

/** Asks for files of this release. */
export interface Load {
  get: (name: string) => Promise<unknown>;
  /** Asks for what somebody will need soon. Whoever needs it asks again, so a failure here means nothing. */
  ahead: (name: string) => void;
  /** Whether the head of the page preloads a file that holds the widget whole, Italian words included; its address. */
  whole: (name: string) => string | undefined;
  /**
   * The code of a widget: whole where that is preloaded, else what all widgets need and its own part, both at the same time.
   *
   * @throws When a file is missing or the page's policy does not let it in.
   */
  widget: (name: string) => Promise<Code>;
}

/**
 * @param here - Address of the loader's own file.
 * @param release - Folder of this release, from there.
 */
export function load(here: string, release: string): Load {
  const address = (name: string): string => new URL(`${name}.js`, here).href;
  const get = (name: string): Promise<unknown> => import(/* @vite-ignore */ address(release + name));
  const ahead = (name: string): void => void get(name).catch(() => undefined);
  const whole = (name: string): string | undefined => [name, 'portico'].map(address).find(isPreloaded);
  return {
    get,
    ahead,
    whole,
    widget: name => {
      const file = whole(name);
      if (!file) {
        // The widgets about plans and what people say on them are those before 'p', those about votes the ones after it; what only they
        // share is a chunk of its own, and so is what the pact needs of neither.
        const shared = name.startsWith('p') ? [] : ['common', name < 'p' ? 'plans' : 'votes'];
        for (const chunk of ['core', ...shared]) ahead(`chunks/${chunk}`);
      }
      return (file ? import(/* @vite-ignore */ file) : get(`chunks/${name}`)) as Promise<Code>;
    },
  };
}
