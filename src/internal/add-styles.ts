import type { CSSResult, LitElement } from 'lit';

/** Adds styles to an element that is there already: those of a part that was loaded on demand. */
export function addStyles(element: LitElement, styles: readonly CSSResult[]): void {
  const root = element.shadowRoot;
  if (!root) return;
  const sheets = styles.flatMap(style => style.styleSheet ?? []);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets.filter(sheet => !root.adoptedStyleSheets.includes(sheet))];
}
