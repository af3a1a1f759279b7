import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { isAttachmentId, type AttachmentStore } from './attachment-store.js';

/** Attachments as files in a folder, in parts of a few hundred so that no folder becomes slow. */
export class DiskStore implements AttachmentStore {
  constructor(private readonly _folder: string) {}

  async put(id: string, bytes: Uint8Array): Promise<void> {
    const path = this._path(id);
    const unfinished = `${path}.${randomUUID()}.part`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await writeFile(unfinished, bytes, { mode: 0o600 });
      // So that nobody ever reads a half of it.
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  async get(id: string): Promise<Readable | undefined> {
    try {
      const file = await open(this._path(id));
      return file.createReadStream();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async delete(id: string): Promise<void> {
    await rm(this._path(id), { force: true });
  }

  private _path(id: string): string {
    if (!isAttachmentId(id)) throw new RangeError('not the id of an attachment');
    return join(this._folder, id.slice(0, 2).toLowerCase(), id);
  }
}
