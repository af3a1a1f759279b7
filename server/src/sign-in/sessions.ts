import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { deleteAll } from '../database/delete-all.js';
import type { Schema } from '../database/schema.js';
import type { Keys } from '../settings/keys.js';
import type { Visitor } from './visitor.js';

/** A cookie that is this old gets a new value, in milliseconds. */
const rotation = 15 * 60 * 1000;

/** A value that was replaced still counts for this long, for requests that were under way. In milliseconds. */
const grace = 60 * 1000;

/** No session lasts longer, however busy. In milliseconds. */
const longest = 12 * 60 * 60 * 1000;

/** Its end is written down again only when it moves by this much, in milliseconds, so that a read is seldom a write. */
const slack = 60 * 1000;

/** Sessions that get new values while they are renamed are looked for so many times; each gets one in a quarter of an hour. */
const mostRounds = 5;

const hash = (value: string): Buffer => createHash('sha256').update(value).digest();

export interface FoundSession {
  readonly id: Buffer;
  readonly visitor: Visitor;
  /** The new value of the cookie, where it was time for one. */
  readonly renewed: string | undefined;
}

/** Sessions, kept by the server. The cookie holds a number that means nothing; the database holds its hash, and the person locked. */
export class Sessions {
  constructor(
    private readonly _db: Kysely<Schema>,
    private readonly _keys: Keys,
    /** Milliseconds without a request after which a session ends. */
    private readonly _idle: number,
  ) {}

  /** Begins a session. @returns The value of the cookie. */
  async begin(visitor: Visitor, now: Date): Promise<string> {
    const value = newValue();
    await this._db
      .insertInto('session')
      .values({
        id: hash(value),
        person: this._keys.pseudonym('person', visitor.identity),
        sealed: this._keys.seal('session', JSON.stringify(visitor)),
        started_at: now,
        seen_at: now,
        rotated_at: now,
        expires_at: this._end(now, now),
      })
      .execute();
    return value;
  }

  /** The session of a cookie, unless it has ended. */
  async find(value: string, now: Date): Promise<FoundSession | undefined> {
    const id = hash(value);
    const row = await this._db
      .selectFrom('session')
      .selectAll()
      .where('id', '=', id)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    if (!row) return undefined;
    const text = this._keys.open('session', row.sealed);
    if (text === undefined) return undefined;
    const visitor = JSON.parse(text) as Visitor;
    const replaced = row.rotated_at.getTime() > now.getTime();
    if (!replaced && now.getTime() - row.rotated_at.getTime() > rotation) {
      return { id, visitor, renewed: await this._rotate(id, row, now) };
    }
    if (!replaced && now.getTime() - row.seen_at.getTime() > slack) {
      await this._db
        .updateTable('session')
        .set({ seen_at: now, expires_at: this._end(row.started_at, now) })
        .where('id', '=', id)
        // A value that was replaced in this moment keeps its end.
        .where('rotated_at', '=', row.rotated_at)
        .execute();
    }
    return { id, visitor, renewed: undefined };
  }

  /** Ends the session of a cookie, with the values that it had before, and with one that it is just getting. */
  async end(value: string): Promise<void> {
    const row = await this._db
      .selectFrom('session')
      .select(['person', 'started_at'])
      .where('id', '=', hash(value))
      .executeTakeFirst();
    if (!row) return;
    await deleteAll(() =>
      this._db.deleteFrom('session').where('person', '=', row.person).where('started_at', '=', row.started_at).executeTakeFirst(),
    );
  }

  /** Lets all sessions of a person know their new nickname. */
  async rename(identity: string, nickname: string): Promise<void> {
    const person = this._keys.pseudonym('person', identity);
    // A value that replaces another one in this moment is there when the other has been written, and is found by looking again.
    for (let renamed = -1, round = 0; renamed !== 0 && round < mostRounds; round += 1) {
      renamed = 0;
      const rows = await this._db.selectFrom('session').select(['id', 'sealed']).where('person', '=', person).execute();
      for (const { id, sealed } of rows) {
        const text = this._keys.open('session', sealed);
        const visitor = text === undefined ? undefined : (JSON.parse(text) as Visitor);
        if (!visitor || visitor.nickname === nickname) continue;
        renamed += 1;
        await this._db
          .updateTable('session')
          .set({ sealed: this._keys.seal('session', JSON.stringify({ ...visitor, nickname })) })
          .where('id', '=', id)
          .execute();
      }
    }
  }

  /** Ends all sessions of a person. */
  async endAll(identity: string): Promise<void> {
    const person = this._keys.pseudonym('person', identity);
    await deleteAll(() => this._db.deleteFrom('session').where('person', '=', person).executeTakeFirst());
  }

  /**
   * Gives the session a new value. The old one lives on for a moment, marked by a rotation in the future, so that it is never renewed
   * again: two requests at once get one new value at most.
   */
  private async _rotate(
    id: Buffer,
    row: { person: Uint8Array; started_at: Date; rotated_at: Date },
    now: Date,
  ): Promise<string | undefined> {
    const value = newValue();
    return this._db.transaction().execute(async transaction => {
      const end = new Date(now.getTime() + grace);
      const old = await transaction
        .updateTable('session')
        .set({ rotated_at: new Date(now.getTime() + longest), expires_at: end })
        .where('id', '=', id)
        .where('rotated_at', '=', row.rotated_at)
        // As it is now: the person may just have got another nickname.
        .returning('sealed')
        .executeTakeFirst();
      if (!old) return undefined;
      await transaction
        .insertInto('session')
        .values({
          id: hash(value),
          person: row.person,
          sealed: old.sealed,
          started_at: row.started_at,
          seen_at: now,
          rotated_at: now,
          expires_at: this._end(row.started_at, now),
        })
        .execute();
      return value;
    });
  }

  private _end(started: Date, now: Date): Date {
    return new Date(Math.min(now.getTime() + this._idle, started.getTime() + longest));
  }
}

const newValue = (): string => randomBytes(32).toString('base64url');
