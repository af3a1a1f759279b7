import type { Cms } from './cms.js';

/** What `integrity.json` of a release says: a hash for each of its files, named from the folder of the release. */
export interface Integrity {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What a person chose. */
export interface SnippetOptions {
  /** Address of the folder that the files of Portico are served from: `https://partecipa.comune.example/portico`. */
  readonly site: string;
  /** The release, as in package.json: `0.1.0`. */
  readonly version: string;
  /** Name of the widget without its prefix: `pact-viewer`. */
  readonly widget: string;
  /** What the widget shows, by its id: `aria-clima-2026`. */
  readonly subject: string;
  /** Language of the widget, as a BCP 47 tag. */
  readonly lang: string;
  readonly cms: Cms;
  /** Whether the snippet names one release, whose files the browser checks; else it follows the newest of the major version. */
  readonly pinned: boolean;
  /** The hashes of the release. Needed when `pinned`. */
  readonly integrity?: Integrity | undefined;
  /** Name of a look; without one the widget has Portico's own. */
  readonly look?: string | undefined;
  /**
   * Who says which look: a style sheet in the head (all widgets of the site, dressed from the first moment), the script tag (all, where no
   * style sheet can be added), or the link (this widget only).
   */
  readonly lookVia?: LookVia | undefined;
  /** Words of the link. Without them: those of the widget, where there are some in the language. */
  readonly text?: string | undefined;
  /** Address of the participation site, whose `embed/` the link leads to. Without it: the root of the host of `site`. */
  readonly platform?: string | undefined;
  /** Address of the API. Without it: `api/` of the participation site. */
  readonly backend?: string | undefined;
  /** Other origins whose links may become widgets. */
  readonly origins?: readonly string[] | undefined;
  /** Further attributes of the widget, by name: `version`, `heading-level`. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** What the head fetches ahead on every page: the code of this widget, of all widgets, or none. */
  readonly preload?: Preload | undefined;
  /** Whether to use the loader that is no module, for pages where `type="module"` does not survive. */
  readonly classic?: boolean | undefined;
  /** Whether a widget waits until it comes near the viewport. Yes, unless `false`. */
  readonly lazy?: boolean | undefined;
}

export const lookVias = ['sheet', 'script', 'link'] as const;
export type LookVia = (typeof lookVias)[number];

export const preloads = ['widget', 'all', 'off'] as const;
export type Preload = (typeof preloads)[number];
