import type { Readable } from 'node:stream';

/** Where the bytes of attachments are. Everything else about them is in the database. */
export interface AttachmentStore {
  /** Keeps bytes under an id. The same id again puts new bytes in the place of those that were there. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** Nothing when there is none. */
  get(id: string): Promise<Readable | undefined>;
  /** Takes it away; what is not there is gone already. */
  delete(id: string): Promise<void>;
}

/** Ids are ours and hold nothing but these signs, so that one can be the name of a file and the key of an object. */
export const isAttachmentId = (id: string): boolean => /^[\w-]{20,60}$/.test(id);
