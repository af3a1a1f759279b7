import { widgets } from '../../../src/embed/widgets.js';
import type { Cms } from '../../../src/snippet/cms.js';
import type { Integrity, LookVia, Preload, SnippetOptions } from '../../../src/snippet/options.js';

/** What the form holds, by the names of its fields. An unticked box has no entry. */
export type Draft = Readonly<Record<string, string>>;

/** How the form begins. */
export const firstDraft: Draft = {
  site: 'https://partecipa.comune.example/portico',
  widget: 'pact-viewer',
  subject: 'aria-clima-2026',
  lang: 'it',
  text: '',
  look: '',
  lookVia: 'sheet',
  cms: 'wordpress',
  release: 'floating',
  platform: '',
  backend: '',
  origins: '',
  preload: 'widget',
  lazy: 'on',
};

/** Name of the field for a further attribute of a widget. */
export const attributeField = (name: string): string => `attribute-${name}`;

/** What somebody left empty is not chosen. */
function chosen(draft: Draft, name: string): string | undefined {
  const value = draft[name]?.trim();
  return value === '' ? undefined : value;
}

function attributes(draft: Draft): Record<string, string> {
  const names = widgets[draft['widget'] ?? '']?.attributes ?? [];
  return Object.fromEntries(
    names.flatMap(name => {
      const value = chosen(draft, attributeField(name));
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The options that a draft means. They may still be wrong; making the snippet says so. */
export function optionsOf(draft: Draft, release: { version: string; integrity: Integrity | undefined }): SnippetOptions {
  return {
    ...release,
    site: draft['site']?.trim() ?? '',
    widget: draft['widget'] ?? '',
    subject: draft['subject']?.trim() ?? '',
    lang: draft['lang'] ?? '',
    cms: draft['cms'] as Cms,
    pinned: draft['release'] === 'pinned',
    look: chosen(draft, 'look'),
    lookVia: chosen(draft, 'lookVia') as LookVia | undefined,
    text: chosen(draft, 'text'),
    platform: chosen(draft, 'platform'),
    backend: chosen(draft, 'backend'),
    origins: draft['origins']?.split(/\s+/).filter(Boolean),
    attributes: attributes(draft),
    preload: draft['preload'] as Preload,
    classic: draft['classic'] === 'on',
    lazy: draft['lazy'] === 'on',
  };
}
