/**
 * Keeps the height of a widget free while it loads. It is never less than the viewport's: then whatever stands below moves only
 * where nobody sees it.
 *
 * @returns A function that gives the height back.
 */
export function reserve(element: HTMLElement, height = ''): () => void {
  const { style } = element;
  const before = style.cssText;
  style.display = 'block';
  style.minBlockSize = `max(${height}, 100vh)`;
  return () => {
    style.cssText = before;
    if (!before) element.removeAttribute('style');
  };
}
