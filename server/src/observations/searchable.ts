import type { RawBuilder } from 'kysely';
import type { ObservationDraft } from '../../../src/model/observation-draft.js';
import { searchVector } from './search.js';

/** What can be searched for in an observation: all that its author wrote, and its number. */
export const searchable = (
  locale: string,
  reference: string,
  { title, text, wording, place }: Pick<ObservationDraft, 'title' | 'text' | 'wording' | 'place'>,
): RawBuilder<string> =>
  searchVector(locale, { reference, title, texts: [text, wording?.after ?? '', place?.text ?? ''].filter(part => part !== '') });
