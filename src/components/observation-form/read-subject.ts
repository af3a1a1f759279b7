import type { DocumentService } from '../../backend/backend.js';
import { asBackendError } from '../../backend/errors.js';
import type { PlanDocument } from '../../model/document.js';
import { plainParagraphs } from '../../model/richtext.js';
import type { TextQuote } from '../../model/text-quote.js';
import type { PassageState } from './observation-form.state.js';

export interface PassageRead {
  readonly documents: DocumentService;
  readonly document: PlanDocument;
  readonly passage: string;
  readonly quote: TextQuote | undefined;
  readonly signal: AbortSignal;
}

/** The words of one passage, and where the chosen ones stand in them now. `quote` is absent when they stand there no more. */
export async function readPassage(read: PassageRead): Promise<{ state: PassageState; quote?: TextQuote | undefined }> {
  const { documents, document, passage, quote, signal } = read;
  const line = document.contents.find(({ id }) => id === passage);
  if (!line) return { state: { type: 'gone' } };
  const { number: version } = document.version;
  try {
    // In the city's own language: quotes and other wordings are of the text that binds, and not of a translation.
    const { items } = await documents.passages(document.id, { from: passage, version, limit: 1, signal });
    const found = items.find(({ id }) => id === passage);
    if (!found) return { state: { type: 'gone' } };
    const text = plainParagraphs(found.body?.blocks ?? []).join('\n');
    const state = {
      type: 'here',
      line,
      text,
      lang: found.body?.lang ?? document.title.lang,
      observable: found.observable,
    } as const;
    return { state, quote: quote && (await foundAgain(text, quote)) };
  } catch (thrown) {
    if (asBackendError(thrown).reason === 'not-found') return { state: { type: 'gone' } };
    throw thrown;
  }
}

/** Words that were chosen earlier, when the text may have been edited since. */
async function foundAgain(text: string, quote: TextQuote): Promise<TextQuote | undefined> {
  const { findQuote, quoteOf } = await import('../../model/find-quote.js');
  const range = findQuote(text, quote);
  return range && quoteOf(text, range);
}
