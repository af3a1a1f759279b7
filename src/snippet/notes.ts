import { releaseAddress } from './addresses.js';
import type { SnippetOptions } from './options.js';

/** What the team has to know of its choice between one release and all of a major version. */
export const releaseNote = (options: SnippetOptions): string =>
  options.pinned
    ? `Pinned to ${options.version}: these files never change, and browsers refuse any that is not as it was built. Make this again for the next release.`
    : `Follows the releases of version ${options.version.split('.')[0] ?? ''} by itself. Such files change, so browsers cannot check them.`;

/** What the head fetches, and when that is a waste. */
export function preloadNotes({ preload = 'widget', widget }: SnippetOptions): string[] {
  if (preload === 'off') return [];
  const what = preload === 'all' ? 'all widgets' : `the ${widget}`;
  return [`The modulepreload line fetches ${what} on every page with this head. Leave it out where few pages have a widget.`];
}

export const headNotes = (options: SnippetOptions): string[] => [
  'Keep one loader in the page, however many widgets there are.',
  releaseNote(options),
  ...preloadNotes(options),
];

export const aloneNote =
  'Keep the link alone in its paragraph: then the loader knows it by its address, also where the class is taken away.';

export const elementNote =
  'Keep it on one line and with nothing but the link inside. Never write it as <… />: the rest of the page would vanish into it.';

/** Where the files come from, for a sentence. */
export const hostOf = (options: SnippetOptions): string => new URL(releaseAddress(options)).origin;
