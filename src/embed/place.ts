import { closestAcross } from '../internal/closest-across.js';
import type { Embed } from './embed.js';

function create(name: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement(`portico-${name}`);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

/**
 * Puts the widget in the place of a link, or into a placeholder. What stood there goes into the widget, which shows it when it has
 * nothing else to show. While somebody has focus there, about to follow the link, it waits. It comes with the code of the widgets, so
 * that the loader stays small.
 *
 * @param own - Address of the API that the link brings along; nothing when the page has a backend for all.
 */
export function place(element: HTMLElement, { name, attributes }: Embed, own: Embed['api']): void {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  if (element.contains(activeElement)) {
    const again = (): void => {
      if (element.isConnected) place(element, { name, attributes, api: own }, own);
    };
    element.addEventListener('focusout', () => setTimeout(again), { once: true });
    return;
  }
  const widget = create(name, attributes);
  let outer = widget;
  if (own && !closestAcross(element, 'portico-backend')) {
    outer = create('backend', { http: own });
    outer.append(widget);
  }
  if (element.localName === 'a') {
    element.replaceWith(outer);
    widget.append(element);
  } else {
    widget.append(...element.childNodes);
    element.append(outer);
  }
}
