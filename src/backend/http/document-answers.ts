import { documentSchema, passageSchema } from '../../model/document.js';
import { pageSchema } from '../../model/page.js';

/** What the answers about documents look like. */
export const answers = { document: documentSchema, passages: pageSchema(passageSchema) };
