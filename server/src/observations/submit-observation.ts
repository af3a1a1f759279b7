import type { ObservationDraft, ObservationReceipt } from '../../../src/model/observation-draft.js';
import type { ObservationTerms } from '../../../src/model/observation-terms.js';
import { dayIn } from '../../../src/model/time.js';
import type { City } from '../city.js';
import { entitlement } from '../participation/entitlement.js';
import { anybodyIn, participantIn } from '../participation/participant.js';
import { received } from '../participation/received.js';
import { heldBack, submit } from '../participation/submission.js';
import { Problem } from '../problems/problem.js';
import { sealAnswerRecipient } from '../responses/answer-recipient.js';
import type { Visitor } from '../sign-in/visitor.js';
import { keptDraft } from '../../../src/model/kept-draft.js';
import { commitObservation } from './commit-observation.js';
import { claimAttachments } from './draft-attachments.js';
import { checkSubject, checkWritten, subjectDocument } from './draft-checks.js';
import { happened } from './events.js';
import { nextNumber, referenceOf } from './reference-numbers.js';
import { searchable } from './searchable.js';
import { observedProcess, speakTerms, writtenIn, type ObservedProcess } from './terms.js';

/** How a draft arrived. */
export interface Arrival {
  /** Who is signed in; nobody where the process asks for no sign-in. */
  readonly visitor: Visitor | undefined;
  /** `Idempotency-Key`. */
  readonly key: string;
  /** The reader's language, for what the receipt says. */
  readonly locale: string;
}

/**
 * Takes an observation: gives it a number and a leaf in the log, and says so with a receipt.
 *
 * @throws Problem `not-found`, `sign-in-first`, `not-entitled`, `not-asked` when none are taken now, `invalid-fields`, `text-changed`.
 */
export async function submitObservation(
  city: City,
  given: ObservationDraft,
  { visitor, key, locale }: Arrival,
): Promise<ObservationReceipt> {
  const { database, keys, settings, now } = city;
  const process = await observedProcess(city, given.subject.process);
  const languages = { locale, fallback: settings.locale };
  const terms = await speakTerms(city, process, { ...languages, asOf: now().toISOString() });
  const draft = keptDraft(given);
  const senderMay = await heldBack(checkSender(city, process, { terms, draft, visitor }));
  const document = await heldBack(subjectDocument(city, draft.subject));
  const sender = visitor ? participantIn(keys, process.id, visitor) : anybodyIn(keys, process.id);

  return submit(database.db, { sender, key, request: ['observation', given], now: now() }, async transaction => {
    senderMay();
    if (terms.status.value !== 'open' && !mayComeLate(draft, terms)) throw new Problem('not-asked');
    if ((draft.onBehalf?.on ?? '') > dayIn(now(), process.timeZone)) {
      throw new Problem('invalid-fields', { fields: [{ pointer: '/onBehalf/on', detail: 'is still to come' }] });
    }
    checkWritten(draft, terms);
    await checkSubject(city, transaction, draft, document());
    const year = Number(dayIn(now(), process.timeZone).slice(0, 4));
    const number = await nextNumber(transaction, { process: process.id, year });
    // Who waited for a number was received after whoever had it before: numbers and moments go the same way.
    const at = now();
    const reference = referenceOf(process.observations.prefix, year, number);
    // Somebody who writes down what another person says is not its author.
    const author = draft.onBehalf ? undefined : visitor;
    const { entry, content, proof, commitment } = await commitObservation(city, transaction, { reference, at, draft });
    const { subject, kind, theme = null, lang, onBehalf } = draft;
    await transaction
      .insertInto('observation')
      .values({
        process_id: process.id,
        reference,
        year,
        number,
        participant: author ? sender : null,
        document_id: subject.document ?? null,
        passage_id: subject.passage ?? null,
        kind,
        theme,
        state: 'received',
        outcome: null,
        source: onBehalf?.source ?? 'online',
        author: author?.nickname ?? null,
        lang,
        body: JSON.stringify(draft),
        search: searchable(writtenIn(process, settings), reference, draft),
        received_at: at,
        hidden: null,
        adopted_in: null,
        recipient: author ? sealAnswerRecipient(keys, process.id, author) : null,
        ...entry,
      })
      .execute();
    await claimAttachments(transaction, { process: process.id, reference, sender, ids: draft.attachments });
    await happened(transaction, [{ process: process.id, reference, event: 'received', at }]);
    const { next, by } = terms;
    const receipt: ObservationReceipt = {
      reference,
      at: at.toISOString(),
      next,
      ...(by !== undefined && { by }),
      url: new URL(`/embed/follow/${process.id}?reference=${reference}`, settings.url).href,
      content,
      proof,
    };
    await received(city, transaction, {
      kind: 'observation',
      process,
      by: author && { visitor: author, participant: sender },
      receipt,
      commitment,
      subject: terms.process.title,
    });
    return receipt;
  });
}

/**
 * What came on paper in time may be entered later: the day on which it was received counts. Where no moment of closing is set, the last
 * phase of gathering says until when; where that has no end either, the official knows.
 */
function mayComeLate({ onBehalf }: ObservationDraft, { status, closes, process }: ObservationTerms): boolean {
  if (status.value !== 'closed' || onBehalf?.on === undefined) return false;
  const end = closes ?? process.phases.findLast(({ kind }) => kind.value === 'gathering')?.end;
  return end === undefined || onBehalf.on <= dayIn(end, process.timeZone);
}

async function checkSender(
  city: City,
  process: ObservedProcess,
  { terms, draft, visitor }: { terms: ObservationTerms; draft: ObservationDraft; visitor: Visitor | undefined },
): Promise<void> {
  if (!visitor) {
    if (terms.signIn || draft.onBehalf) throw new Problem('sign-in-first');
    return;
  }
  if (draft.onBehalf) {
    if (visitor.roles.length === 0) throw new Problem('not-entitled');
    return;
  }
  const languages = { locale: city.settings.locale, fallback: city.settings.locale };
  const { status } = await entitlement(city, process, visitor, languages);
  if (terms.signIn && status.value !== 'granted') throw new Problem('not-entitled');
}
