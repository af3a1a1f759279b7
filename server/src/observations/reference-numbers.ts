import { sql, type Transaction } from 'kysely';
import { referenceFrom } from '../../../src/model/reference-number.js';
import type { Schema } from '../database/schema.js';

/** `PAC-2026-000486`. */
export const referenceOf = (prefix: string, year: number, number: number): string =>
  `${prefix}-${String(year)}-${String(number).padStart(6, '0')}`;

/** A reference number as it is kept, from what somebody typed: blanks, small letters, missing zeros, other figures. */
export const tidiedReference = (typed: string): string => referenceFrom(typed) ?? typed.trim().toUpperCase();

/**
 * Takes the next numbers of a process and year. Who comes second waits until the first has ended, well or badly, so that a number is given
 * once, and one that was not used is given again: there are no gaps.
 *
 * @returns The first of them.
 */
export async function nextNumber(
  transaction: Transaction<Schema>,
  { process, year, count = 1 }: { process: string; year: number; count?: number },
): Promise<number> {
  const { last } = await transaction
    .insertInto('reference_counter')
    .values({ process_id: process, year, last: count })
    .onConflict(conflict =>
      conflict.columns(['process_id', 'year']).doUpdateSet({ last: sql`reference_counter.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last - count + 1;
}
