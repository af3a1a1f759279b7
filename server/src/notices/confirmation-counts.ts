import type { Transaction } from 'kysely';
import type { City } from '../city.js';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { confirmationsAnHour } from './subscription-terms.js';

/** By which counts of letters to confirm are found: those of a person, and those to an address. */
export const confirmationBucket = ({ keys }: Pick<City, 'keys'>, of: 'person' | 'address', name: string): Buffer =>
  keys.pseudonym(`confirmations of ${of}`, name);

/**
 * Counts one more letter that asks for a confirmation. Without a limit, whoever is signed in could fill somebody else's letter box.
 *
 * @throws Problem `too-many-requests`.
 */
export async function countConfirmation(
  transaction: Transaction<Schema>,
  city: Pick<City, 'keys' | 'now'>,
  { identity }: Pick<Visitor, 'identity'>,
  address: string,
): Promise<void> {
  const { hour, toAddress, ofPerson } = confirmationsAnHour;
  const time = city.now().getTime();
  const start = time - (time % hour);
  const count = async (bucket: Buffer, most: number): Promise<void> => {
    const { hits } = await transaction
      .insertInto('rate')
      .values({ bucket, window_start: start, hits: 1 })
      .onConflict(conflict =>
        conflict.columns(['bucket', 'window_start']).doUpdateSet(old => ({ hits: old('rate.hits', '+', 1) })),
      )
      .returning('hits')
      .executeTakeFirstOrThrow();
    if (hits > most) throw new Problem('too-many-requests', { retryAfter: (start + hour - time) / 1000 });
  };
  await count(confirmationBucket(city, 'address', address.toLowerCase()), toAddress);
  await count(confirmationBucket(city, 'person', identity), ofPerson);
}
