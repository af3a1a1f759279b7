import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { canonicalJson } from '../../../src/model/log/canonical-json.js';
import { saltLength } from '../../../src/model/log/commitment.js';
import type { Schema } from '../database/schema.js';

/**
 * What a commitment stands for: who has content and salt can show that this stood in the log. The rule is the model's, by which browsers
 * check it; here it needs no waiting in the middle of a transaction.
 */
export function commitmentOf(content: unknown, salt: Uint8Array): Buffer {
  return createHash('sha256').update(salt).update(canonicalJson(content)).digest();
}

/**
 * Adds an entry to the log of a process. The log keeps only the commitment; salt and content stay with the contribution, and once they
 * are erased the entry says nothing to anybody.
 */
export async function commit(
  transaction: Transaction<Schema>,
  process: string,
  content: unknown,
  now: Date,
): Promise<{ entry: string; salt: Buffer; commitment: Buffer }> {
  const salt = randomBytes(saltLength);
  const entry = randomUUID();
  const commitment = commitmentOf(content, salt);
  await transaction.insertInto('log_entry').values({ id: entry, process_id: process, commitment, entered_at: now }).execute();
  return { entry, salt, commitment };
}
