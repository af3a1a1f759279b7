import { versionInForce, type Acceptance, type AcceptanceDraft } from '../../../src/model/pact.js';
import type { Receipt } from '../../../src/model/receipt.js';
import type { City } from '../city.js';
import { speakPact } from '../content/speak.js';
import type { PactContent } from '../content/schema.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { commit } from './commitment.js';
import { entitlement } from './entitlement.js';
import { participantIn } from './participant.js';
import { received } from './received.js';
import { newReference } from './reference.js';
import { submit } from './submission.js';

/** What somebody accepted of a pact last. */
export async function acceptanceOf(
  { database: { db }, keys }: City,
  pact: PactContent,
  visitor: Visitor,
): Promise<Acceptance | undefined> {
  const row = await db
    .selectFrom('acceptance')
    .select(['version', 'reference', 'accepted_at'])
    .where('participant', '=', participantIn(keys, pact.process, visitor))
    .where('pact_id', '=', pact.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { version: row.version, at: row.accepted_at.toISOString(), receipt: receiptOf(row) };
}

/**
 * Accepts the version in force in somebody's name. Who accepted it before gets the receipt of that time.
 *
 * @throws Problem `not-found`, `not-entitled`, `not-asked` when the pact does not ask for it, `not-in-force`.
 */
export async function acceptPact(city: City, draft: AcceptanceDraft, visitor: Visitor, key: string): Promise<Receipt> {
  const { content, database, keys, settings, now } = city;
  const pact = await content.pact(draft.pact);
  const process = pact && (await content.process(pact.process));
  if (!process) throw new Problem('not-found');
  const languages = { locale: settings.locale, fallback: settings.locale };
  const current = speakPact(pact, process, { ...languages, asOf: now().toISOString() });
  const participant = participantIn(keys, process.id, visitor);
  const request = ['accept', draft.pact, draft.version];
  const { status } = await entitlement(city, process, visitor, languages);

  return submit(database.db, { sender: participant, key, request, now: now() }, async transaction => {
    if (status.value !== 'granted') throw new Problem('not-entitled');
    if (!current.version.acceptance) throw new Problem('not-asked');
    if (versionInForce(current)?.number !== draft.version) throw new Problem('not-in-force');
    const mine = transaction
      .selectFrom('acceptance')
      .select(['reference', 'accepted_at'])
      .where('participant', '=', participant)
      .where('pact_id', '=', pact.id)
      .where('version', '=', draft.version);
    const before = await mine.executeTakeFirst();
    if (before) return receiptOf(before);

    const at = now();
    const reference = newReference('PATTO');
    const { entry, salt, commitment } = await commit(transaction, process.id, { reference, ...draft, at: at.toISOString() }, at);
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('acceptance')
      .values({
        participant,
        process_id: process.id,
        pact_id: pact.id,
        version: draft.version,
        reference,
        accepted_at: at,
        salt,
        log_entry: entry,
      })
      .onConflict(conflict => conflict.columns(['participant', 'pact_id', 'version']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) {
      // The same person, in another window with another key, was quicker by a moment. That receipt is the one.
      await transaction.deleteFrom('log_entry').where('id', '=', entry).execute();
      return receiptOf(await mine.executeTakeFirstOrThrow());
    }
    const receipt = receiptOf({ reference, accepted_at: at });
    await received(city, transaction, {
      kind: 'acceptance',
      process,
      by: { visitor, participant },
      receipt,
      commitment,
      subject: current.version.title,
    });
    return receipt;
  });
}

const receiptOf = (row: { reference: string; accepted_at: Date }): Receipt => ({
  reference: row.reference,
  at: row.accepted_at.toISOString(),
});
