import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { City } from '../city.js';
import type { ProcessContent } from '../content/schema.js';
import { speakProcess } from '../content/speak.js';
import type { Schema } from '../database/schema.js';
import { submit } from '../participation/submission.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { countConfirmation } from './confirmation-counts.js';
import { fromColumn, inPart, toColumn, type Notices, type NoticesDraft } from './kinds.js';
import type { LetterContent } from './letter-content.js';
import { putIntoOutbox } from './outbox.js';
import { openRecipient, recipientIn, sealRecipient } from './recipient.js';

const tokenBytes = 32;

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const none: Notices = { kinds: [], confirmed: false };

/** A write about somebody's letters. */
interface Write {
  readonly process: ProcessContent;
  readonly visitor: Visitor;
  /** `Idempotency-Key`. */
  readonly key: string;
}

/** Which letters somebody asked for. */
export async function noticesOf({ database: { db }, keys }: City, process: string, visitor: Visitor): Promise<Notices> {
  const row = await db
    .selectFrom('subscription')
    .select(['sealed_address', 'kinds', 'confirmed_at'])
    .where('person', '=', recipientIn(keys, process, visitor))
    .where('process_id', '=', process)
    .executeTakeFirst();
  if (!row) return none;
  const { address } = openRecipient(keys, row.sealed_address);
  return { kinds: fromColumn(row.kinds), address: inPart(address), confirmed: row.confirmed_at !== null };
}

/**
 * Notes which letters somebody wants. A new address gets one letter, that asks whether it is theirs, and no other before it was confirmed.
 *
 * @throws Problem `invalid-fields` when no address is known, `too-many-requests`.
 */
export function subscribe(
  city: City,
  { process, visitor, key, draft, locale }: Write & { draft: NoticesDraft; locale: string },
): Promise<Notices> {
  const { database, keys, now } = city;
  const person = recipientIn(keys, process.id, visitor);
  // A hash of an address could be guessed; this one needs the server's key.
  const address = draft.address === undefined ? '' : keys.pseudonym('address', draft.address).toString('base64');
  const request = ['subscribe', process.id, address, draft.kinds];
  return submit(database.db, { sender: person, key, request, now: now() }, async transaction => {
    const row = await transaction
      .selectFrom('subscription')
      .select(['sealed_address', 'confirmed_at'])
      .where('person', '=', person)
      .where('process_id', '=', process.id)
      .executeTakeFirst();
    const known = row && openRecipient(keys, row.sealed_address);
    const wanted = draft.address ?? known?.address;
    if (wanted === undefined) {
      throw new Problem('invalid-fields', { fields: [{ pointer: '/address', detail: 'an address is needed the first time' }] });
    }
    const kinds = toColumn(draft.kinds);
    const confirmed = row?.confirmed_at ?? null;
    if (known?.address === wanted && confirmed !== null) {
      await transaction
        .updateTable('subscription')
        .set({ kinds, locale })
        .where('person', '=', person)
        .where('process_id', '=', process.id)
        .execute();
      return { kinds: fromColumn(kinds), address: inPart(wanted), confirmed: true };
    }
    await countConfirmation(transaction, city, visitor, wanted);
    await askForConfirmation(transaction, city, { process, person, address: wanted, kinds, locale });
    return { kinds: fromColumn(kinds), address: inPart(wanted), confirmed: false };
  });
}

interface Asked {
  readonly process: ProcessContent;
  readonly person: Buffer;
  readonly address: string;
  readonly kinds: string;
  readonly locale: string;
}

async function askForConfirmation(
  transaction: Transaction<Schema>,
  { keys, settings, now }: City,
  { process, person, address, kinds, locale }: Asked,
): Promise<void> {
  const token = randomBytes(tokenBytes).toString('base64url');
  const values = {
    sealed_address: sealRecipient(keys, { address, token }),
    token: hashOfToken(token),
    kinds,
    locale,
    confirmed_at: null,
    created_at: now(),
  };
  await transaction
    .insertInto('subscription')
    .values({ person, process_id: process.id, ...values })
    .onConflict(conflict => conflict.columns(['person', 'process_id']).doUpdateSet(values))
    .execute();
  // Letters that wait were for the address of before.
  await transaction.deleteFrom('outgoing').where('person', '=', person).execute();
  const { title } = speakProcess(process, { locale, fallback: settings.locale });
  const content: LetterContent = { kind: 'confirm', process: process.id, title };
  await putIntoOutbox(transaction, keys, [{ channel: 'mail', person, content }], now());
}

/** Ends somebody's letters about a process, and forgets the address. */
export function endNotices({ database, keys, now }: City, { process, visitor, key }: Write): Promise<Notices> {
  const person = recipientIn(keys, process.id, visitor);
  return submit(database.db, { sender: person, key, request: ['unsubscribe', process.id], now: now() }, async transaction => {
    await forget(transaction, person);
    return none;
  });
}

/** Which process the letters with this token are about; nothing when the token is not valid any longer. */
export async function processOfToken({ database: { db } }: City, token: string): Promise<string | undefined> {
  const row = await db.selectFrom('subscription').select('process_id').where('token', '=', hashOfToken(token)).executeTakeFirst();
  return row?.process_id;
}

/** Confirms the address to which the token was sent. @returns Whether there is such an address. */
export async function confirmAddress({ database: { db }, now }: City, token: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscription')
    .set(of => ({ confirmed_at: of.fn.coalesce('confirmed_at', of.val(now())) }))
    .where('token', '=', hashOfToken(token))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends the letters with this token, and forgets the address. With a token that is not valid any longer there is nothing to end. */
export async function unsubscribe({ database: { db } }: City, token: string): Promise<void> {
  await db.transaction().execute(async transaction => {
    const row = await transaction
      .selectFrom('subscription')
      .select('person')
      .where('token', '=', hashOfToken(token))
      .executeTakeFirst();
    if (row) await forget(transaction, row.person);
  });
}

/** Forgets an address, with the letters that wait for it. */
async function forget(transaction: Transaction<Schema>, person: Uint8Array): Promise<void> {
  await transaction.deleteFrom('subscription').where('person', '=', person).execute();
  await transaction.deleteFrom('outgoing').where('person', '=', person).execute();
}
