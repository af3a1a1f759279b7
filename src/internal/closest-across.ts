/** The nearest ancestor that matches, the element itself included, through shadow hosts. */
export function closestAcross(element: Element, selector: string): Element | undefined {
  for (let each: Element | undefined = element; each; each = (each.getRootNode() as Partial<ShadowRoot>).host) {
    const found = each.closest(selector);
    if (found) return found;
  }
  return undefined;
}
