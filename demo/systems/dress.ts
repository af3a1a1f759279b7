import type { Theme } from '../../src/styles/themes.js';
import files from './files.json';
import { systems } from './systems.js';

/** Where the page finds style sheets. */
export interface Places {
  /** The folder that holds the packages of the design systems. */
  packages: string;
  /** The folder of our presets; left out, no preset is loaded. */
  presets?: string | undefined;
}

function loaded(href: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  link.dataset['system'] = '';
  return new Promise((done, failed) => {
    link.onload = () => done();
    link.onerror = () => failed(new Error(`${href} cannot be loaded.`));
    document.head.append(link);
  });
}

const classesOf = ({ class: names = '' }: Readonly<Record<string, string>>): string[] => names.split(' ').filter(Boolean);

/** Takes what was set before. Other classes stay, since the page around may have some of its own. */
function change(element: Element, before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): void {
  element.classList.remove(...classesOf(before));
  element.classList.add(...classesOf(after));
  for (const name of Object.keys(before)) if (name !== 'class') element.removeAttribute(name);
  for (const [name, value] of Object.entries(after)) if (name !== 'class') element.setAttribute(name, value);
}

let worn: { root: Readonly<Record<string, string>>; body: Readonly<Record<string, string>> } = { root: {}, body: {} };

/** Makes the document a page of a design system, or of none, and waits until its style sheets are there. */
export async function dress(name: Theme | undefined, dark: boolean, { packages, presets }: Places): Promise<void> {
  const system = name && systems[name];
  const next = { root: (dark ? (system?.dark ?? system?.root) : system?.root) ?? {}, body: system?.body ?? {} };
  const { documentElement: root, body } = document;
  change(root, worn.root, next.root);
  change(body, worn.body, next.body);
  worn = next;
  // A design system is dark by its own switch, and most do not tell the browser; without one, the browser's is the only switch.
  root.style.colorScheme = system ? '' : dark ? 'dark' : 'light';

  document.querySelectorAll('link[data-system]').forEach(link => link.remove());
  if (!name) return;
  const own = files[name].map(file => packages + file);
  // In this order: a preset comes after the style sheets that it points at.
  await Promise.all([...own, ...(presets === undefined ? [] : [`${presets}${name}.css`])].map(loaded));
}
