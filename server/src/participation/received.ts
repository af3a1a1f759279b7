import type { Transaction } from 'kysely';
import type { Receipt } from '../../../src/model/receipt.js';
import type { Text } from '../../../src/model/text.js';
import type { City } from '../city.js';
import type { ProcessContent } from '../content/schema.js';
import { speakProcess } from '../content/speak.js';
import type { Schema } from '../database/schema.js';
import { sealIdentity } from '../identities/seal-identity.js';
import type { LetterContent } from '../notices/letter-content.js';
import { putIntoOutbox, type Outgoing } from '../notices/outbox.js';
import type { Announcement } from '../notices/protocol.js';
import { recipientIn } from '../notices/recipient.js';
import type { Visitor } from '../sign-in/visitor.js';

/** Something that a person gave and the city received. */
export interface Contribution {
  readonly kind: 'acceptance' | 'observation';
  readonly process: ProcessContent;
  /** Left out where it came without a sign-in, or somebody else wrote it down. */
  readonly by?: { readonly visitor: Visitor; readonly participant: Uint8Array } | undefined;
  readonly receipt: Receipt;
  /** Its entry in the log. */
  readonly commitment: Uint8Array;
  /** What it is about, as the city calls it. */
  readonly subject: Text;
}

/** What follows from every contribution, in the same transaction: so that it never happens without the contribution, nor twice. */
export async function received(city: City, transaction: Transaction<Schema>, contribution: Contribution): Promise<void> {
  const { by, process, receipt } = contribution;
  if (by) await sealIdentity(transaction, { process, receipt, ...by });
  const letters = by ? await receiptLetter(city, transaction, contribution, by.visitor) : [];
  const outgoing = [...letters, ...announcement(city, contribution)];
  await putIntoOutbox(transaction, city.keys, outgoing, city.now());
}

/** The receipt as a letter, for whoever asked for it and confirmed the address. */
async function receiptLetter(
  { keys, settings }: City,
  transaction: Transaction<Schema>,
  { kind, process, receipt, subject }: Contribution,
  visitor: Visitor,
): Promise<Outgoing<LetterContent>[]> {
  const person = recipientIn(keys, process.id, visitor);
  const row = await transaction
    .selectFrom('subscription')
    .select('locale')
    .where('person', '=', person)
    .where('process_id', '=', process.id)
    .where('confirmed_at', 'is not', null)
    .where('kinds', 'like', '% receipt %')
    .executeTakeFirst();
  if (!row) return [];
  const { title, timeZone } = speakProcess(process, { locale: row.locale, fallback: settings.locale });
  const { reference, at, next } = receipt;
  const content: LetterContent = {
    kind: 'receipt',
    process: process.id,
    title,
    what: kind,
    subject,
    reference,
    at,
    timeZone,
    ...(next && { next }),
  };
  return [{ channel: 'mail', person, content }];
}

/** What the city's protocol register is told, where it has one. */
function announcement({ settings }: City, { kind, process, receipt, commitment }: Contribution): Outgoing<Announcement>[] {
  if (settings.protocolUrl === undefined) return [];
  const content: Announcement = {
    reference: receipt.reference,
    kind,
    process: process.id,
    receivedAt: receipt.at,
    commitment: Buffer.from(commitment).toString('base64'),
  };
  return [{ channel: 'protocol', content }];
}
