import { attachContextRoot } from '../backend/context.js';
import { version } from './version.js';

export { version };

/**
 * Registers an element once. The first copy on a page wins; another version warns and steps back, and never throws.
 *
 * @param tag - Name of the element.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  attachContextRoot();
  const existing = customElements.get(tag) as { porticoVersion?: string } | undefined;
  if (!existing) {
    Object.defineProperty(element, 'porticoVersion', { value: version });
    customElements.define(tag, element);
  } else if (existing.porticoVersion !== version) {
    console.warn(`<${tag}> ${version} steps back: ${existing.porticoVersion ?? 'another library'} registered it first.`);
  }
}
