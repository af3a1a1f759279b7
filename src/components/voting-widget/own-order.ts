import { randomId } from '../../internal/random-id.js';

const name = 'portico-option-order';
let seed: string | undefined;

/**
 * By what options are put in order for this person: made once and kept until the window is closed, so that the list does not jump between
 * two visits. It says nothing of what was chosen.
 */
export function ownOrder(): string {
  if (seed !== undefined) return seed;
  try {
    seed = sessionStorage.getItem(name) ?? randomId();
    sessionStorage.setItem(name, seed);
  } catch {
    // Without storage the order lasts as long as the page.
    seed ??= randomId();
  }
  return seed;
}
