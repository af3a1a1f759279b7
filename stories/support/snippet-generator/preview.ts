import { html, type TemplateResult } from 'lit';
import { demoSeed } from '../../../demo/data/seed.js';
import { dress } from '../../../demo/systems/dress.js';
import { memory } from '../../../src/backend/memory/memory.js';
import { directionOf } from '../../../src/i18n/language.js';
import type { SnippetOptions } from '../../../src/snippet/options.js';
import { isTheme } from '../../../src/styles/themes.js';
import { storyNow } from '../pact-story.js';

/** What the preview can show, since there is sample data of it. */
export const sampleSubjects = demoSeed.pacts.map(({ id }) => id);
const first = sampleSubjects[0] ?? '';

/** The widget before anything was chosen, and the part of a page that it stands in. */
export const preview = (): TemplateResult => html`
  <div class="surroundings">
    <portico-backend .backend=${memory(demoSeed, { now: () => storyNow })}>
      <portico-pact-viewer pact=${first} heading-level="3"></portico-pact-viewer>
    </portico-backend>
  </div>
`;

/** Gives the widget what somebody chose. A subject without sample data is shown as the first one that has some. */
function showChoice(widget: HTMLElement, { subject, lang, look, attributes = {} }: SnippetOptions): void {
  const wanted: Readonly<Record<string, string | undefined>> = {
    pact: sampleSubjects.includes(subject) ? subject : first,
    lang,
    dir: directionOf(lang),
    theme: look,
    version: attributes['version'],
    'heading-level': attributes['heading-level'] ?? '3',
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (value === undefined) widget.removeAttribute(name);
    else widget.setAttribute(name, value);
  }
}

/** What text in a page of a design system inherits from its body. */
const inherited = ['fontFamily', 'fontSize', 'lineHeight', 'color', 'backgroundColor'] as const;

/**
 * Makes the document a page of the design system, as the city's would be: a look takes its colours from there. The form around the
 * preview has a look of its own, so what a page inherits from its body is handed on to the surroundings of the widget.
 */
async function dressLikeThePage(surroundings: HTMLElement, look: string | undefined, dark: boolean): Promise<void> {
  await dress(isTheme(look) ? look : undefined, dark, { packages: 'systems/' });
  const body = getComputedStyle(document.body);
  for (const name of inherited) surroundings.style[name] = body[name];
  surroundings.style.colorScheme = getComputedStyle(document.documentElement).colorScheme;
}

/** Shows in the preview what somebody chose. */
export async function showIn(generator: HTMLElement, options: SnippetOptions, dark: boolean): Promise<void> {
  const surroundings = generator.querySelector<HTMLElement>('.surroundings');
  const widget = surroundings?.querySelector<HTMLElement>(`portico-${options.widget}`);
  if (!surroundings || !widget) return;
  showChoice(widget, options);
  await dressLikeThePage(surroundings, options.look, dark);
}
