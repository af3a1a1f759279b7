import { attachmentSchema, type Attachment } from '../../../model/attachment.js';
import type { ObservationTerms } from '../../../model/observation-terms.js';
import { BackendError } from '../../errors.js';
import { parseAnswer } from '../../parse.js';
import { refuse } from './draft-rules.js';

/** With which bytes each type of file begins, as Latin-1. */
const beginnings: readonly (readonly [type: string, start: RegExp])[] = [
  ['image/jpeg', /^\xFF\xD8\xFF/],
  ['image/png', /^\x89PNG\r\n/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['application/pdf', /^%PDF-/],
];

/** Files that were sent, and not yet named in a draft. */
export class AttachedFiles {
  private readonly _files = new Map<string, { process: string; owner: string; attachment: Attachment }>();
  private _count = 0;

  /**
   * Takes a file by what it is, and not by what it is called. Nothing serves it: its address leads nowhere.
   *
   * @throws BackendError `too-large`, `invalid` for what is not taken.
   */
  async take(process: string, owner: string, file: File, { attachments: limits }: ObservationTerms): Promise<Attachment> {
    if (file.size > limits.maxBytes) throw new BackendError('too-large', `${String(file.size)} bytes`);
    const start = String.fromCharCode(...new Uint8Array(await file.slice(0, 16).arrayBuffer()));
    const type = beginnings.find(([, begins]) => begins.test(start))?.[0];
    if (type === undefined || !limits.types.includes(type)) refuse([{ path: 'file', message: 'is of a type that is not taken' }]);
    const id = `file-${String((this._count += 1))}`;
    const given = { id, name: file.name.slice(-100), type, size: file.size, url: `#${id}` };
    const attachment = parseAnswer(attachmentSchema, given, 'attachment');
    this._files.set(id, { process, owner, attachment });
    return attachment;
  }

  /**
   * The files that a draft names. Each belongs to its sender.
   *
   * @param own - Those that the observation had before it was edited.
   * @throws BackendError `invalid` when one is not there.
   */
  named(ids: readonly string[], process: string, owner: string, own: readonly Attachment[] = []): Attachment[] {
    return ids.map((id, index) => {
      const had = own.find(attachment => attachment.id === id);
      const file = this._files.get(id);
      if (had) return had;
      if (file?.process === process && file.owner === owner) return file.attachment;
      const fields = [{ path: `attachments.${String(index)}`, message: 'is not there' }];
      throw new BackendError('invalid', `no file ${id}`, { fields });
    });
  }

  /** They belong to an observation now, and to no other. */
  use(attachments: readonly Attachment[]): void {
    for (const { id } of attachments) this._files.delete(id);
  }
}
