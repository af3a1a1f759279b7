import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { Keys } from '../settings/keys.js';
import type { Departure } from './openid.js';

/** How long somebody may be away at the provider, in milliseconds. */
export const longestAway = 10 * 60 * 1000;

/** A sign-in under way. */
export interface SignIn extends Departure {
  /** The browser that began it, by its cookie; no other may end it. */
  readonly browser: string;
  readonly returnTo: string;
  readonly locale: string;
}

/** Sign-ins between leaving for the provider and coming back. Any process of the server can end what another began. */
export class Departures {
  constructor(
    private readonly _db: Kysely<Schema>,
    private readonly _keys: Keys,
  ) {}

  async keep(signIn: SignIn, now: Date): Promise<void> {
    await this._db
      .insertInto('sign_in')
      .values({
        state: hash(signIn.state),
        sealed: this._keys.seal('sign-in', JSON.stringify(signIn)),
        expires_at: new Date(now.getTime() + longestAway),
      })
      .execute();
  }

  /** The sign-in to which somebody comes back. It is given out once, whatever comes of it. */
  async take(state: string, now: Date): Promise<SignIn | undefined> {
    const row = await this._db
      .deleteFrom('sign_in')
      .where('state', '=', hash(state))
      .returning(['sealed', 'expires_at'])
      .executeTakeFirst();
    if (!row || row.expires_at.getTime() <= now.getTime()) return undefined;
    const text = this._keys.open('sign-in', row.sealed);
    return text === undefined ? undefined : (JSON.parse(text) as SignIn);
  }
}

const hash = (state: string): Buffer => createHash('sha256').update(state).digest();
