import { until } from './until.js';

/** Waits for an element in a widget. */
export const inside = <Found extends HTMLElement = HTMLElement>(widget: HTMLElement, selector: string): Promise<Found> =>
  until(() => widget.shadowRoot?.querySelector<Found>(selector));

/** All of the kind in a widget. */
export const all = (widget: HTMLElement, selector: string): HTMLElement[] => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** The words that a person sees, blanks made one. */
export const wordsIn = (widget: HTMLElement, selector: string): string =>
  wordsOf(widget.shadowRoot?.querySelector<HTMLElement>(selector)).replace(/\s+/g, ' ').trim();

/** The same for what the browser has not drawn, since nobody is near it. */
export const textIn = (widget: HTMLElement, selector: string): string =>
  (widget.shadowRoot?.querySelector<HTMLElement>(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Waits until there are these words in it. */
export const tells = (widget: HTMLElement, words: string, selector = '[part=base]'): Promise<boolean> =>
  until(() => wordsIn(widget, selector).includes(words));

/** What has focus in a widget: its id, else its class. */
export const focusIn = (widget: HTMLElement): string | undefined => {
  const element = widget.shadowRoot?.activeElement;
  return element ? element.id || element.className : undefined;
};

/** Types into a field, as a person does. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, words: string): void {
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Chooses in a list. */
export function choose(list: HTMLSelectElement, value: string): void {
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What is far away is not drawn until somebody comes near, and WebKit finds no words in it; it is there all the same. */
function wordsOf(element: HTMLElement | null | undefined): string {
  if (!element) return '';
  const waits = element.checkVisibility() && !element.checkVisibility({ contentVisibilityAuto: true });
  return waits ? element.textContent : element.innerText;
}
