/**
 * Puts the text of an element on the clipboard. Where the page may not do that, it selects the text for the person to copy.
 *
 * @returns Whether it was copied.
 */
export async function copyText(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
