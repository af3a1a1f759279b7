import { sql } from 'kysely';
import type { City } from '../city.js';
import { hold } from '../moderation/subject.js';
import { submit } from '../participation/submission.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { observationOrProblem } from './find-observation.js';
import { isSilent } from './line.js';
import { reactor } from './reactor.js';

/** Says whether somebody likes an observation from now on. @throws Problem `not-found`, `not-entitled`, `not-asked`. */
export async function setLike(
  city: City,
  { reference, liked }: { reference: string; liked: boolean },
  { visitor, key }: { visitor: Visitor; key: string },
): Promise<{ likes: number }> {
  const { database, now } = city;
  const observation = await observationOrProblem(database.db, reference);
  const { process_id, reference: number } = observation;
  const { participant, may } = await reactor(city, process_id, visitor);
  const request = ['like', number, liked];
  return submit(database.db, { sender: participant, key, request, now: now() }, async transaction => {
    may();
    // What is hidden or withdrawn in this moment is so before, or only afterwards.
    await hold(transaction, { process: process_id, reference: number });
    if (isSilent(await observationOrProblem(transaction, reference))) throw new Problem('not-asked');
    const changed = liked
      ? await transaction
          .insertInto('observation_like')
          .values({ process_id, reference: number, participant })
          .onConflict(conflict => conflict.doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows = 0n }) => Number(numInsertedOrUpdatedRows))
      : await transaction
          .deleteFrom('observation_like')
          .where('process_id', '=', process_id)
          .where('reference', '=', number)
          .where('participant', '=', participant)
          .executeTakeFirst()
          .then(({ numDeletedRows }) => -Number(numDeletedRows));
    // Counted by what really changed, so that two clicks, or two windows, count once.
    return transaction
      .updateTable('observation')
      .set({ likes: sql`likes + ${changed}` })
      .where('process_id', '=', process_id)
      .where('reference', '=', number)
      .returning('likes')
      .executeTakeFirstOrThrow();
  });
}
