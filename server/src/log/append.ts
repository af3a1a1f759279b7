import { sql, type Transaction } from 'kysely';
import { toBase64 } from '../../../src/model/log/base64.js';
import { append, frontierAt, rootOf } from '../../../src/model/log/frontier.js';
import { leafHash } from '../../../src/model/log/hash.js';
import { inclusionPath } from '../../../src/model/log/inclusion.js';
import type { ReceiptProof } from '../../../src/model/log/receipt-proof.js';
import type { LogNode } from '../../../src/model/log/subtree.js';
import { signTreeHead, type SignedTreeHead } from '../../../src/model/log/tree-head.js';
import type { City } from '../city.js';
import type { Schema } from '../database/schema.js';
import { readNodes, writeNodes } from './nodes.js';
import { originOf } from './origin.js';
import { signingKey } from './signing-key.js';

/**
 * Adds entries to the log of a process and signs its new head, in the transaction in which the contributions themselves are written. Who
 * comes second waits: a log has one order.
 *
 * @param commitments - What the log keeps of each content.
 * @returns The place of the first of them, and the head when all of them are in it.
 */
export async function appendToLog(
  city: Pick<City, 'keys' | 'settings'>,
  transaction: Transaction<Schema>,
  { process, commitments, at }: { process: string; commitments: readonly Uint8Array[]; at: Date },
): Promise<{ first: number; head: SignedTreeHead }> {
  const { size } = await transaction
    .insertInto('log_size')
    .values({ process_id: process, size: commitments.length })
    .onConflict(conflict => conflict.column('process_id').doUpdateSet({ size: sql`log_size.size + ${commitments.length}` }))
    .returning('size')
    .executeTakeFirstOrThrow();
  const first = size - commitments.length;
  let frontier = await frontierAt(first, readNodes(transaction, process));
  const nodes: LogNode[] = [];
  for (const commitment of commitments) {
    const next = await append(frontier, await leafHash(commitment));
    frontier = next.frontier;
    nodes.push(...next.nodes);
  }
  await writeNodes(transaction, process, nodes);
  const root = toBase64(await rootOf(frontier));
  const { privateKey } = await signingKey(city.keys);
  const head = await signTreeHead({ origin: originOf(city.settings, process), size, root, at: at.toISOString() }, privateKey);
  await transaction
    .insertInto('log_head')
    .values({ process_id: process, size, root, at: head.at, signature: head.signature })
    .execute();
  return { first, head };
}

/** Waits until nobody else writes to a log; until this transaction ends, nobody else will. */
export async function waitForLog(transaction: Transaction<Schema>, log: string): Promise<void> {
  await transaction
    .insertInto('log_size')
    .values({ process_id: log, size: 0 })
    .onConflict(conflict => conflict.column('process_id').doUpdateSet({ size: sql`log_size.size` }))
    .execute();
}

/** What the holder of a receipt needs to show that an entry stands in the log of that head. */
export async function proofOf(
  transaction: Transaction<Schema>,
  { process, index, salt, head }: { process: string; index: number; salt: Uint8Array; head: SignedTreeHead },
): Promise<ReceiptProof> {
  const path = await inclusionPath(index, head.size, readNodes(transaction, process));
  return { salt: toBase64(salt), index, head, path: path.map(toBase64) };
}
