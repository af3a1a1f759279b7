import { randomBytes } from 'node:crypto';
import { toBase64 } from '../../../src/model/log/base64.js';
import { sha256 } from '../../../src/model/log/hash.js';
import type { City } from '../city.js';
import type { BallotContent } from '../content/schema.js';

/** What a ballot keeps secret. */
export interface BallotSecret {
  /** Joins a voter of the roll with a vote in the box. Nothing once the ballot is closed: then nobody can. */
  readonly linkKey: Buffer | undefined;
  /** With it lots are drawn. */
  readonly seed: string;
  /** SHA-256 of the seed, in base64: public from the beginning. */
  readonly seedCommitment: string;
}

const bytes = 32;

/** Reads the secret of a ballot, and makes it when there is none yet. It comes from no other secret: once destroyed it cannot be made again. */
export async function ballotSecret(
  { database: { db }, keys }: Pick<City, 'database' | 'keys'>,
  { id: ballot, process }: Pick<BallotContent, 'id' | 'process'>,
): Promise<BallotSecret> {
  const read = () => db.selectFrom('ballot_secret').selectAll().where('ballot_id', '=', ballot).executeTakeFirst();
  let row = await read();
  if (!row) {
    const link_key = keys.seal(purpose(ballot), toBase64(randomBytes(bytes)));
    const seed = toBase64(randomBytes(bytes));
    await db
      .insertInto('ballot_secret')
      .values({ ballot_id: ballot, process_id: process, link_key, seed, closed_at: null })
      .onConflict(conflict => conflict.column('ballot_id').doNothing())
      .execute();
    row = await read();
  }
  if (!row) throw new Error('The secret of a ballot vanished.');
  const opened = row.link_key ? keys.open(purpose(ballot), row.link_key) : undefined;
  return {
    linkKey: opened === undefined ? undefined : Buffer.from(opened, 'base64'),
    seed: row.seed,
    seedCommitment: toBase64(await sha256(new TextEncoder().encode(row.seed))),
  };
}

const purpose = (ballot: string): string => `ballot link ${ballot}`;
