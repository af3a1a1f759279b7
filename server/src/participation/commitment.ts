import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';

const saltBytes = 32;

/** What a commitment stands for: who has content and salt can show that this stood in the log. */
export function commitmentOf(content: unknown, salt: Uint8Array): Buffer {
  return createHash('sha256').update(salt).update(JSON.stringify(content)).digest();
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
  const salt = randomBytes(saltBytes);
  const entry = randomUUID();
  const commitment = commitmentOf(content, salt);
  await transaction.insertInto('log_entry').values({ id: entry, process_id: process, commitment, entered_at: now }).execute();
  return { entry, salt, commitment };
}
