import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { Keys } from '../settings/keys.js';

/** How long a draft waits to be opened, in milliseconds. */
const waits = 60 * 60 * 1000;

/** What somebody began on another site, locked in their browser with a key that never comes here. */
export interface Draft {
  sealed: Uint8Array;
  /** The site it came from, as the browser said. */
  origin: string;
}

/** Drafts on their way from another site to the city's page: each can be opened once, within an hour. The sweep deletes the others. */
export class Drafts {
  constructor(
    private readonly _db: Kysely<Schema>,
    private readonly _keys: Keys,
  ) {}

  /**
   * Keeps a draft. The id is made with the server's secret from all that arrived, so nobody can guess it, and the same request sent again
   * gets the same id without the id being kept anywhere.
   *
   * @param key - `Idempotency-Key`.
   * @returns The id by which it is opened.
   */
  async leave({ sealed, origin }: Draft, key: string, now: Date): Promise<string> {
    const content = createHash('sha256').update(sealed).digest('hex');
    const id = this._keys.pseudonym('draft', JSON.stringify([origin, key, content])).toString('base64url');
    await this._db
      .insertInto('draft')
      .values({ id: hashed(id), origin, sealed, expires_at: new Date(now.getTime() + waits) })
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute();
    return id;
  }

  /** Gives a draft out and forgets it; nothing when there is none, when it was opened before or when its hour is over. */
  async open(id: string, now: Date): Promise<Draft | undefined> {
    const row = await this._db
      .deleteFrom('draft')
      .where('id', '=', hashed(id))
      .returning(['sealed', 'origin', 'expires_at'])
      .executeTakeFirst();
    return row && row.expires_at > now ? { sealed: row.sealed, origin: row.origin } : undefined;
  }
}

/** Who reads the database alone finds no id that opens anything. */
const hashed = (id: string): Buffer => createHash('sha256').update(id).digest();
