import type { DocumentService, PassageOptions } from '../../backend/backend.js';
import type { Passage } from '../../model/document.js';

/** How many passages are asked for at once where all are needed; a backend may give fewer. */
export const manyPassages = 200;

/**
 * Reads passages one after another, page by page.
 *
 * @param count - How many at most. Fewer come where the document ends.
 */
export async function readPassages(
  documents: DocumentService,
  id: string,
  count: number,
  options: Omit<PassageOptions, 'cursor' | 'limit'>,
): Promise<Passage[]> {
  const found: Passage[] = [];
  let cursor: string | undefined;
  do {
    const limit = Math.min(manyPassages, count - found.length);
    const page = await documents.passages(id, { ...options, cursor, limit });
    found.push(...page.items);
    // A page without items would be asked for again and again.
    cursor = page.items.length > 0 ? page.next : undefined;
  } while (cursor !== undefined && found.length < count);
  return found;
}
