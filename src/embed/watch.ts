const isParent = (node: Node): node is Node & ParentNode => 'querySelectorAll' in node;

/**
 * Calls back with every element of the page: those of the document now, those that are inserted later, and those in open shadow roots,
 * also of elements that are defined later. The roots of widgets are their own.
 *
 * @returns A function that visits a part of the page which cannot be watched, such as a root that was attached late.
 */
export function watch(onElement: (element: Element) => void): (part: Node) => void {
  const observer = new MutationObserver(records => {
    for (const { addedNodes } of records) addedNodes.forEach(visit);
  });

  const look = (element: Element): void => {
    onElement(element);
    const { shadowRoot, localName } = element;
    // A widget on its own embed page has links to parts of that page in it, which look like embed addresses.
    if (localName.startsWith('portico-')) return;
    if (shadowRoot) visit(shadowRoot);
    else if (localName.includes('-') && !customElements.get(localName)) {
      void customElements.whenDefined(localName).then(() => {
        if (element.shadowRoot) visit(element.shadowRoot);
      });
    }
  };

  const visit = (part: Node): void => {
    if (!isParent(part)) return;
    if (part instanceof Element) look(part);
    // Observing a root that is observed already changes nothing.
    else observer.observe(part, { childList: true, subtree: true });
    part.querySelectorAll('*').forEach(look);
  };

  visit(document);
  return visit;
}
