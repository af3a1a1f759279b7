import { names } from './embed.js';

const tags = names.map(name => `portico-${name}`);

/** What may become a widget, or is one whose code is missing. */
const selector = `a.portico-embed,a[href*="/embed/"],[data-portico],${tags.map(tag => `${tag}:not(:defined)`).join()}`;

/** Inside this nothing more happens: a widget has its fallback in it, and `off` asks to leave alone. */
const done = `${tags.join()},[data-portico=off]`;

/** Whether a link is all that its paragraph has to say: an editor who puts an address on a line of its own wants more than an address. */
const isAlone = (link: Element): boolean => link.closest('p,div,li,figure,td')?.textContent.trim() === link.textContent.trim();

/** How something in a page asks to be a widget. */
export type Kind =
  /** A link with our class. Where it cannot be a widget, it is worth a warning. */
  | 'asked'
  /** A link that is alone in its paragraph: perhaps one of ours. */
  | 'link'
  | 'placeholder'
  /** A tag whose code is missing. */
  | 'tag';

/** How an element asks to be a widget; nothing for the rest of the page. */
export function kindOf(element: Element): Kind | undefined {
  if (!element.matches(selector)) return undefined;
  if (tags.includes(element.localName)) return 'tag';
  if (element.closest(done)) return undefined;
  if (element.localName !== 'a') return element.querySelector(tags.join()) ? undefined : 'placeholder';
  if (element.classList.contains('portico-embed')) return 'asked';
  return isAlone(element) ? 'link' : undefined;
}
