import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema.js';
import type { Keys } from '../../settings/keys.js';

/** How long what somebody wrote waits for their sign-in, in milliseconds. */
const waits = 60 * 60 * 1000;

const purpose = 'form of an observation';

/** What was typed into the form, field by field. */
export type FormFields = Readonly<Record<string, string>>;

const hashed = (id: string): Buffer => createHash('sha256').update(id).digest();

/**
 * Keeps what somebody wrote on a page without scripts while they sign in, locked, for an hour. The sweep of drafts deletes it afterwards.
 *
 * @returns The id by which it is found again. Who knows it can read it, so it stands in no link but the one back.
 */
export async function keepForm(db: Kysely<Schema>, keys: Keys, fields: FormFields, now: Date): Promise<string> {
  const id = randomBytes(24).toString('base64url');
  const sealed = keys.seal(purpose, JSON.stringify(fields));
  const expires_at = new Date(now.getTime() + waits);
  await db
    .insertInto('draft')
    .values({ id: hashed(id), origin: 'form', sealed, expires_at })
    .execute();
  return id;
}

/** Finds it again, as often as somebody loads the page. */
export async function keptForm(db: Kysely<Schema>, keys: Keys, id: string, now: Date): Promise<FormFields | undefined> {
  const row = await db
    .selectFrom('draft')
    .select('sealed')
    .where('id', '=', hashed(id))
    .where('origin', '=', 'form')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  const text = row && keys.open(purpose, row.sealed);
  return text === undefined ? undefined : (JSON.parse(text) as FormFields);
}
