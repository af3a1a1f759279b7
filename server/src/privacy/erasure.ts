import { takeOffRolls } from '../ballots/rolls.js';
import type { City } from '../city.js';
import { deleteAll } from '../database/delete-all.js';
import { confirmationBucket } from '../notices/confirmation-counts.js';
import { Nicknames } from '../sign-in/nicknames.js';
import type { Visitor } from '../sign-in/visitor.js';
import { eraseObservations } from './erase-observations.js';
import { privacyWords } from './privacy-words.js';
import { pseudonymsOf, reporterOf } from './pseudonyms.js';

/** What went. */
export interface ErasedOfPerson {
  readonly contributions: number;
  readonly addresses: number;
  readonly sealedIdentities: number;
  readonly sessions: number;
}

/**
 * Erases everything that one person gave, in all processes, with the name under which they appeared, and ends their sessions: all of it
 * or, when anything fails, nothing. The log's entries stay. Content and salt are gone, so nobody can say any longer what they stood for, nor whose they were.
 */
export async function eraseEverythingOf(city: City, visitor: Pick<Visitor, 'identity'>): Promise<ErasedOfPerson> {
  const { database, keys, settings, now } = city;
  const pseudonyms = await pseudonymsOf(city, visitor);
  const participants = pseudonyms.map(({ participant }) => participant);
  const recipients = pseudonyms.map(({ recipient }) => recipient);
  const person = keys.pseudonym('person', visitor.identity);
  const reporter = reporterOf(keys, visitor);
  const t = privacyWords(settings.locale);
  const note = { lang: t.locale, text: t('erased.note') };

  const erased = await database.db.transaction().execute(async transaction => {
    const count = async (deletion: { executeTakeFirst: () => Promise<{ numDeletedRows: bigint }> }): Promise<number> =>
      Number((await deletion.executeTakeFirst()).numDeletedRows);
    const around = await eraseObservations(transaction, { participants, reporter, note, at: now() });
    const inProcesses =
      pseudonyms.length === 0
        ? { contributions: 0, addresses: 0, sealedIdentities: 0 }
        : {
            contributions: around + (await count(transaction.deleteFrom('acceptance').where('participant', 'in', participants))),
            addresses: await count(transaction.deleteFrom('subscription').where('person', 'in', recipients)),
            sealedIdentities: await count(transaction.deleteFrom('sealed_identity').where('participant', 'in', participants)),
          };
    if (pseudonyms.length > 0) {
      // Letters that wait, and answers that were kept for a repeated write.
      await transaction.deleteFrom('outgoing').where('person', 'in', recipients).execute();
      await transaction
        .deleteFrom('submission')
        .where('sender', 'in', [...participants, ...recipients, person, reporter])
        .execute();
    }
    await takeOffRolls(transaction, keys, visitor);
    await transaction
      .deleteFrom('rate')
      .where('bucket', '=', confirmationBucket(city, 'person', visitor.identity))
      .execute();
    await new Nicknames(transaction, keys, settings.cityName).forget(visitor.identity);
    const sessions = await deleteAll(() =>
      transaction.deleteFrom('session').where('person', '=', person).executeTakeFirstOrThrow(),
    );
    return { ...inProcesses, sessions };
  });
  // What was public is gone from the next answer on.
  city.news.changed();
  return erased;
}
