import type { ObservationDraft, ObservationReceipt } from '../../../src/model/observation-draft.js';
import { letGoOthers } from '../attachments/let-go.js';
import type { City } from '../city.js';
import { participantIn } from '../participation/participant.js';
import { heldBack, submit } from '../participation/submission.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { keptDraft } from '../../../src/model/kept-draft.js';
import { commitObservation } from './commit-observation.js';
import { claimAttachments } from './draft-attachments.js';
import { checkSubject, checkWritten, sameSubject, subjectDocument } from './draft-checks.js';
import { happened } from './events.js';
import { observationOrProblem } from './find-observation.js';
import { ownRow } from './own-row.js';
import { searchable } from './searchable.js';
import { observedProcess, speakTerms, writtenIn } from './terms.js';

interface Change {
  readonly reference: string;
  readonly visitor: Visitor;
  readonly key: string;
  readonly locale: string;
}

/**
 * Puts another text in the place of one's own. It gets a leaf of its own in the log, so that the receipt always shows what stands there.
 *
 * @throws Problem `not-found`, `not-asked` when it cannot be changed any more, `invalid-fields`, `text-changed`.
 */
export async function editObservation(
  city: City,
  given: ObservationDraft,
  { reference, visitor, key, locale }: Change,
): Promise<ObservationReceipt> {
  const { database, keys, settings, now } = city;
  const found = await observationOrProblem(database.db, reference);
  const process = await observedProcess(city, found.process_id);
  const terms = await speakTerms(city, process, { locale, fallback: settings.locale, asOf: now().toISOString() });
  const participant = participantIn(keys, process.id, visitor);
  const { onBehalf, ...draft } = keptDraft(given);
  const document = await heldBack(subjectDocument(city, draft.subject));
  const request = ['edit', found.reference, given];
  return submit(database.db, { sender: participant, key, request, now: now() }, async transaction => {
    if (terms.status.value !== 'open') throw new Problem('not-asked');
    const row = await ownRow(transaction, { reference, participant });
    const before = row.body as unknown as ObservationDraft;
    if (onBehalf || draft.kind !== row.kind || !sameSubject(before.subject, draft.subject)) {
      throw new Problem('invalid-fields', { fields: [{ pointer: '/subject', detail: 'stays as it was' }] });
    }
    checkWritten(draft, terms);
    await checkSubject(city, transaction, draft, document());
    const at = now();
    const { entry, content, proof } = await commitObservation(city, transaction, { reference: row.reference, at, draft });
    await transaction
      .updateTable('observation')
      .set({
        theme: draft.theme ?? null,
        lang: draft.lang,
        body: JSON.stringify(draft),
        search: searchable(writtenIn(process, settings), row.reference, draft),
        ...entry,
      })
      .where('process_id', '=', row.process_id)
      .where('reference', '=', row.reference)
      .execute();
    await claimAttachments(transaction, {
      process: row.process_id,
      reference: row.reference,
      sender: participant,
      ids: draft.attachments,
    });
    await letGoOthers(transaction, { process: row.process_id, reference: row.reference, kept: draft.attachments });
    await happened(transaction, [{ process: row.process_id, reference: row.reference, event: 'edited', at }]);
    const { next, by } = terms;
    return { reference: row.reference, at: at.toISOString(), next, ...(by !== undefined && { by }), content, proof };
  });
}

/**
 * Takes one's own observation back. Its number and its history stay, its text can be read no more.
 *
 * @throws Problem `not-found`, `not-asked` when it is too late.
 */
export async function withdrawObservation(city: City, { reference, visitor, key, locale }: Change): Promise<object> {
  const { database, keys, settings, now } = city;
  const found = await observationOrProblem(database.db, reference);
  const process = await observedProcess(city, found.process_id);
  const terms = await speakTerms(city, process, { locale, fallback: settings.locale, asOf: now().toISOString() });
  const participant = participantIn(keys, process.id, visitor);
  const request = ['withdraw', found.reference];
  return submit(database.db, { sender: participant, key, request, now: now() }, async transaction => {
    if (terms.status.value !== 'open') throw new Problem('not-asked');
    const row = await ownRow(transaction, { reference, participant });
    await transaction
      .updateTable('observation')
      .set({ state: 'withdrawn' })
      .where('process_id', '=', row.process_id)
      .where('reference', '=', row.reference)
      .execute();
    await happened(transaction, [{ process: row.process_id, reference: row.reference, event: 'withdrawn', at: now() }]);
    return {};
  });
}
