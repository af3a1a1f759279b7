import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { Keys } from '../settings/keys.js';

/** By which way something leaves the server. */
export type Channel = 'mail' | 'protocol';

/** For how long a process may take over what it claimed before another one tries, in milliseconds. */
const lease = 10 * 60 * 1000;

/** How many are claimed at once: few enough to be sent within that time, however slow the other side is. */
const batch = 10;

/** The first pause after a failure; each one is twice as long. In milliseconds. */
const firstPause = 60 * 1000;

/** No pause is longer, in milliseconds. */
const longestPause = 6 * 60 * 60 * 1000;

export interface Outgoing<Content> {
  readonly channel: Channel;
  /** Whose letter it is; nobody's where it is an entry for the register. */
  readonly person?: Uint8Array;
  readonly content: Content;
}

/** One that this process has claimed. */
export interface Claimed {
  readonly id: string;
  readonly channel: Channel;
  readonly person: Uint8Array | null;
  /** How often it was tried, this time included. */
  readonly attempts: number;
  /** Nothing when it does not open: something has changed it. */
  readonly content: unknown;
  readonly claimedUntil: Date;
}

/** Puts something into the outbox: in the transaction of what caused it, so that both happen or neither. */
export async function putIntoOutbox(
  transaction: Transaction<Schema>,
  keys: Keys,
  outgoing: readonly Outgoing<object>[],
  now: Date,
): Promise<void> {
  if (outgoing.length === 0) return;
  const rows = outgoing.map(({ channel, person, content }) => ({
    id: randomUUID(),
    channel,
    person: person ?? null,
    sealed: keys.seal('outgoing', JSON.stringify(content)),
    due_at: now,
  }));
  await transaction.insertInto('outgoing').values(rows).execute();
}

/** Takes what is due for this process alone. Other processes pass over it meanwhile. */
export async function claim(db: Kysely<Schema>, keys: Keys, channels: readonly Channel[], now: Date): Promise<Claimed[]> {
  const claimedUntil = new Date(now.getTime() + lease);
  const rows = await db
    .updateTable('outgoing')
    .set(({ eb }) => ({ claimed_until: claimedUntil, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', query =>
      query
        .selectFrom('outgoing')
        .select('id')
        .where('channel', 'in', channels)
        .where('due_at', '<=', now)
        .where(of => of.or([of('claimed_until', 'is', null), of('claimed_until', '<=', now)]))
        .orderBy('due_at')
        .limit(batch)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'channel', 'person', 'sealed', 'attempts'])
    .execute();
  return rows.map(({ id, channel, person, sealed, attempts }) => {
    const text = keys.open('outgoing', sealed);
    const content = text === undefined ? undefined : (JSON.parse(text) as unknown);
    return { id, channel: channel as Channel, person, attempts, content, claimedUntil };
  });
}

/** Takes out what has left, or will never leave. */
export async function settle(db: Kysely<Schema>, { id, claimedUntil }: Claimed): Promise<void> {
  await db.deleteFrom('outgoing').where('id', '=', id).where('claimed_until', '=', claimedUntil).execute();
}

/** Gives back what was claimed and not tried, so that another process need not wait for the end of the claim. */
export async function release(db: Kysely<Schema>, { id, claimedUntil }: Claimed): Promise<void> {
  await db
    .updateTable('outgoing')
    .set(({ eb }) => ({ claimed_until: null, attempts: eb('attempts', '-', 1) }))
    .where('id', '=', id)
    .where('claimed_until', '=', claimedUntil)
    .execute();
}

/** Puts back what could not leave, for later: after a pause that grows. */
export async function putBack(db: Kysely<Schema>, { id, attempts, claimedUntil }: Claimed, now: Date): Promise<void> {
  const pause = Math.min(firstPause * 2 ** (attempts - 1), longestPause);
  await db
    .updateTable('outgoing')
    .set({ claimed_until: null, due_at: new Date(now.getTime() + pause) })
    .where('id', '=', id)
    .where('claimed_until', '=', claimedUntil)
    .execute();
}
