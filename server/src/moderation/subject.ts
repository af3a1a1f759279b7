import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problems/problem.js';

/** A contribution that somebody can report and an official can decide on. */
export interface Contribution {
  readonly process: string;
  /** Number of the observation. */
  readonly reference: string;
  /** Id of the comment that is meant; left out: the observation. */
  readonly comment?: string | undefined;
}

/**
 * Holds a contribution until the transaction ends, so that two officials decide one after the other.
 *
 * @returns Whether it is hidden.
 * @throws Problem `not-found`
 */
export async function hold(
  transaction: Transaction<Schema>,
  { process, reference, comment }: Contribution,
): Promise<{ isHidden: boolean }> {
  const found =
    comment === undefined
      ? await transaction
          .selectFrom('observation')
          .select('hidden')
          .where('process_id', '=', process)
          .where('reference', '=', reference)
          .forUpdate()
          .executeTakeFirst()
      : await transaction
          .selectFrom('comment')
          .select('hidden')
          .where('process_id', '=', process)
          .where('reference', '=', reference)
          .where('id', '=', comment)
          .forUpdate()
          .executeTakeFirst();
  if (!found) throw new Problem('not-found');
  return { isHidden: found.hidden !== null };
}
