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

/** Holds a contribution until the transaction ends, so that two officials decide one after the other. @throws Problem `not-found` */
export async function hold(transaction: Transaction<Schema>, { process, reference, comment }: Contribution): Promise<void> {
  const found =
    comment === undefined
      ? await transaction
          .selectFrom('observation')
          .select('reference')
          .where('process_id', '=', process)
          .where('reference', '=', reference)
          .forUpdate()
          .executeTakeFirst()
      : await transaction
          .selectFrom('comment')
          .select('id')
          .where('process_id', '=', process)
          .where('reference', '=', reference)
          .where('id', '=', comment)
          .forUpdate()
          .executeTakeFirst();
  if (!found) throw new Problem('not-found');
}
