import type { Attachment } from '../../../src/model/attachment.js';
import type { AttachmentTable } from '../database/schema.js';
import { fileUrl } from '../observations/read-observation.js';

/** A file as everybody sees it. */
export const attachmentOf = (
  { id, name, type, size }: Pick<AttachmentTable, 'id' | 'name' | 'type' | 'size'>,
  site: URL,
): Attachment => ({ id, name, type, size, url: fileUrl(site, id, name) });
