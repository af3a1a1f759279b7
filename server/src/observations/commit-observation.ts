import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { saltLength } from '../../../src/model/log/commitment.js';
import type { ReceiptProof } from '../../../src/model/log/receipt-proof.js';
import type { ObservationDraft } from '../../../src/model/observation-draft.js';
import type { City } from '../city.js';
import type { Schema } from '../database/schema.js';
import { appendToLog, proofOf } from '../log/append.js';
import { commitmentOf } from '../participation/commitment.js';

/** What the log commits to: nothing in it says who wrote. */
export const contentOf = (reference: string, at: Date, draft: ObservationDraft): Record<string, unknown> =>
  JSON.parse(JSON.stringify({ reference, at: at.toISOString(), ...draft })) as Record<string, unknown>;

/** Gives an observation, or its newer text, its leaf in the log of the process. */
export async function commitObservation(
  city: City,
  transaction: Transaction<Schema>,
  { reference, at, draft }: { reference: string; at: Date; draft: ObservationDraft },
): Promise<{
  /** The columns that keep it. */
  entry: { salt: Buffer; content: string; leaf: number };
  content: Record<string, unknown>;
  commitment: Buffer;
  proof: ReceiptProof;
}> {
  const content = contentOf(reference, at, draft);
  const salt = randomBytes(saltLength);
  const commitment = commitmentOf(content, salt);
  const { process } = draft.subject;
  const { first, head } = await appendToLog(city, transaction, { process, commitments: [commitment], at });
  const proof = await proofOf(transaction, { process, index: first, salt, head });
  return { entry: { salt, content: JSON.stringify(content), leaf: first }, content, commitment, proof };
}
