import type { Transaction } from 'kysely';
import type { Receipt } from '../../../src/model/receipt.js';
import type { Text } from '../../../src/model/text.js';
import type { City } from '../city.js';
import type { ProcessContent } from '../content/schema.js';
import type { Schema } from '../database/schema.js';
import type { Visitor } from '../sign-in/visitor.js';

/** Something that a person gave and the city received. */
export interface Contribution {
  readonly kind: 'acceptance';
  readonly process: ProcessContent;
  readonly visitor: Visitor;
  readonly participant: Uint8Array;
  readonly receipt: Receipt;
  /** What it is about, as the city calls it. */
  readonly subject: Text;
}

/** What follows from every contribution, in the same transaction: so that it never happens without the contribution, nor twice. */
export async function received(city: City, transaction: Transaction<Schema>, contribution: Contribution): Promise<void> {
  await Promise.resolve([city, transaction, contribution]);
}
