import { createHash } from 'node:crypto';
import type { Attachment } from '../../../src/model/attachment.js';
import type { ObservationTerms } from '../../../src/model/observation-terms.js';
import type { City } from '../city.js';
import type { ObservedProcess } from '../observations/terms.js';
import { anybodyIn, participantIn } from '../participation/participant.js';
import { submit } from '../participation/submission.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { attachmentOf } from './attachment-of.js';
import { tidyFileName } from './file-name.js';
import { cleaned, type MediaFault } from './media/clean.js';
import { sniff } from './media/sniff.js';

/** Files that one person may have left without having sent what they belong to; and all together who do not sign in: the disk has an end. */
const mostWaiting = { person: 40, anybody: 1000 };

export interface Upload {
  readonly process: ObservedProcess;
  readonly terms: ObservationTerms;
  readonly visitor: Visitor | undefined;
  /** `Idempotency-Key`. */
  readonly key: string;
  /** The name it came with. */
  readonly name: string;
  readonly bytes: Buffer;
}

const details: Readonly<Record<MediaFault | 'type', string>> = {
  type: 'is no file of a type that is taken here',
  damaged: 'is cut off or damaged',
  'too-many-pixels': 'has too many pixels',
};

/**
 * Takes a file for an observation that is still to be sent. What it is, its content says.
 *
 * @throws Problem `invalid-fields` for what is none of the types that the process takes, or is damaged.
 */
export async function attach(city: City, { process, terms, visitor, key, name, bytes }: Upload): Promise<Attachment> {
  const { database, keys, settings, files, now } = city;
  const type = sniff(bytes);
  if (type === undefined || !terms.attachments.types.includes(type)) throw refused('type');
  const result = cleaned(type, bytes);
  if ('fault' in result) throw refused(result.fault);
  const sender = visitor ? participantIn(keys, process.id, visitor) : anybodyIn(keys, process.id);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const given = tidyFileName(name, type);
  // The same upload sent again is the same file, so that a second attempt leaves no second one behind. Nobody can guess it.
  const id = keys.pseudonym('attachment', JSON.stringify([sender.toString('hex'), key, given, digest])).toString('base64url');
  await files.put(id, result.bytes);
  try {
    return await submit(database.db, { sender, key, request: ['attachment', given, digest], now: now() }, async transaction => {
      await refuseTooMany();
      const row = {
        process_id: process.id,
        id,
        sender,
        reference: null,
        name: given,
        type,
        size: result.bytes.length,
        at: now(),
      };
      await transaction
        .insertInto('attachment')
        .values(row)
        .onConflict(conflict => conflict.columns(['process_id', 'id']).doNothing())
        .execute();
      return attachmentOf(row, settings.url);

      async function refuseTooMany(): Promise<void> {
        const { waiting } = await transaction
          .selectFrom('attachment')
          .select(({ fn }) => fn.countAll<string>().as('waiting'))
          .where('sender', '=', sender)
          .where('process_id', '=', process.id)
          .where('reference', 'is', null)
          .executeTakeFirstOrThrow();
        if (Number(waiting) >= (visitor ? mostWaiting.person : mostWaiting.anybody))
          throw new Problem('too-many-requests', { retryAfter: 60 * 60 });
      }
    });
  } catch (error) {
    const row = await database.db.selectFrom('attachment').select('id').where('id', '=', id).executeTakeFirst();
    if (!row) await files.delete(id);
    throw error;
  }
}

const refused = (fault: keyof typeof details): Problem =>
  new Problem('invalid-fields', { fields: [{ pointer: '/attachments', detail: details[fault] }] });
