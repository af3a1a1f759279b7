import { apiAddress, readAddress } from '../backend/http/address.js';
import { readEarly } from '../backend/http/early-reads.js';
import { matchingLocale } from '../i18n/matching-locale.js';

import { nearestLang } from '../internal/nearest-lang.js';
import { pageWide } from '../internal/page-wide.js';
import { kindOf, type Kind } from './candidates.js';
import { embed, embedOfAddress, names, type Embed } from './embed.js';
import type { BuiltFiles } from './files.js';
import { load, type Code } from './load.js';
import { whenNear } from './near.js';
import { reserve } from './reserve.js';
import { originOf, words } from './settings.js';
import { warner } from './warn.js';
import { watch } from './watch.js';

/**
 * Turns links, placeholders and tags of a page into widgets, for as long as the page lives.
 *
 * @param here - Address of the loader's own file.
 * @param tag - The script tag that brought it, with the settings of the page.
 * @returns A function that looks through a part of the page which the loader cannot watch; nothing when the site has a loader here already.
 */
export function startLoader(here: string, { dataset }: HTMLElement, files: BuiltFiles): ((part: Node) => void) | undefined {
  const { version, release, locales, themes } = files;
  const { ahead, get, whole, widget } = load(here, release);
  const warn = warner(() => get('advice'));
  const site = new URL(here).origin;
  // By origin, with its release: two cities may each bring a loader, one city only one.
  const loaders = pageWide('loaders', (): Partial<Record<string, string>> => ({}));
  const before = loaders[site];
  if (before) {
    if (before !== version) warn('two-versions', version, before);
    return undefined;
  }
  loaders[site] = version;

  const { backend, theme, lazy } = dataset;
  const components = words(dataset['components']);
  const origins = [here, ...words(dataset['origins'])].map(originOf);
  // A tag without a backend around it asks the page's, which the library reads from here.
  const siteApi = (dataset['backend'] ??= new URL('/api/', here).href);
  /** What was dealt with, or is being dealt with. */
  const taken = new WeakSet<Element>();

  /** The code of a widget, or nothing where it does not come. */
  const code = (name: string): Promise<Code | undefined> =>
    widget(name).catch(() => {
      warn('not-loaded', name, here);
      return undefined;
    });

  const ofTag = (element: Element): Embed => {
    const own = element.closest('portico-backend');
    const name = element.localName.slice(8);
    const api = own ? own.getAttribute('http') : siteApi;
    return embed(name, api, attribute => element.getAttribute(attribute)) ?? { name, attributes: {}, api };
  };

  const ofPlaceholder = (element: Element): Embed | undefined => {
    const name = element.getAttribute('data-portico') ?? '';
    const found = embed(name, siteApi, attribute => element.getAttribute(`data-${attribute}`));
    // Where the placeholder says nothing that is understood, a link in it may.
    if (!found && !element.querySelector('a')) warn('no-subject', name);
    return found;
  };

  const ofLink = ({ href, lang }: HTMLAnchorElement, kind: Kind): Embed | undefined => {
    const origin = originOf(href);
    const trusted = origin && origins.includes(origin);
    const found = trusted ? embedOfAddress(href) : undefined;
    // A link to a site that has a loader of its own here is that loader's business.
    if (!found && kind === 'asked' && (trusted || !document.querySelector(`script[src^="${origin ?? ''}/"]`))) {
      warn(trusted ? 'no-widget' : 'untrusted', href, origin ?? '');
    }
    return found && lang ? { ...found, attributes: { lang, ...found.attributes } } : found;
  };

  /** Asks for data, words and look ahead of the code that will need them. */
  const askAhead = (element: Element, { name, attributes, api, path }: Embed): void => {
    const language = attributes['lang'] ?? nearestLang(element) ?? dataset['locale'] ?? 'it';
    if (api && path) readEarly(readAddress(apiAddress(api), path, { version: attributes['version'], locale: language }));
    const locale = matchingLocale(language, locales) ?? 'it';
    // A simple locale holds only what is simpler than in its language.
    for (const each of [locale, locale.replace(/-.*/, '')])
      if (each !== 'it' || !whole(name)) {
        ahead(`locales/${each}`);
        // The words of the pact viewer are among those that all widgets say.
        if (name < 'p') ahead(`locales/${name}-${each}`);
      }
    const look = attributes['theme'] ?? theme ?? '';
    if (themes.includes(look)) ahead(`themes/${look}`);
  };

  const take = (element: HTMLElement, kind: Kind): void => {
    const found =
      kind === 'tag'
        ? ofTag(element)
        : kind === 'placeholder'
          ? ofPlaceholder(element)
          : ofLink(element as HTMLAnchorElement, kind);
    if (!found) return;
    // A link inside a placeholder is its fallback and no widget of its own.
    for (const link of element.querySelectorAll('a')) taken.add(link);
    const giveBack = kind === 'tag' ? undefined : reserve(element, found.height);
    const begin = async (): Promise<void> => {
      askAhead(element, found);
      const module = await code(found.name);
      giveBack?.();
      // With this `portico.css` gives its place back as well.
      if (!module) element.dataset['portico'] = 'off';
      else if (giveBack) module.place(element, found, backend === undefined ? found.api : undefined);
    };
    if (lazy === 'off' || components.includes(found.name)) void begin();
    else whenNear(element, () => void begin());
  };

  for (const name of components) {
    if (names.includes(name)) void code(name);
    else warn('no-component', name);
  }
  return watch(element => {
    const kind = kindOf(element);
    if (!kind || taken.has(element)) return;
    taken.add(element);
    take(element as HTMLElement, kind);
  });
}
