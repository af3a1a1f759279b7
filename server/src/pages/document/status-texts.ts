import type { TextKey } from '../../../../src/i18n/texts.js';
import type { DocumentStatus } from '../../../../src/model/document.js';

/** The words for the status of a version of a document. */
export const statusTexts: Readonly<Record<DocumentStatus, TextKey>> = {
  draft: 'document.status.draft',
  open: 'document.status.open',
  closed: 'document.status.closed',
  adopted: 'document.status.adopted',
  superseded: 'document.status.superseded',
};
