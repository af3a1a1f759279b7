import { dayIn } from '../../../../src/model/time.js';
import type { Fault } from '../../content/content-fault.js';
import { referenceOf } from '../reference-numbers.js';
import type { ObservedProcess } from '../terms.js';
import type { ImportItem } from './read-files.js';

/** An observation with its number. */
export interface Numbered<Item> {
  readonly item: Item;
  readonly reference: string;
  readonly year: number;
  readonly number: number;
}

/**
 * Gives the observations of one process their numbers: those that they bring, which must go on without gaps from the last one that was
 * given, or the next ones in the order in which they were received.
 *
 * @param last - The last number of each year.
 * @param fault - Takes down what is wrong with an item.
 */
export function numbered<Item extends Pick<ImportItem, 'reference' | 'receivedAt'>>(
  items: readonly Item[],
  process: Pick<ObservedProcess, 'observations' | 'timeZone'>,
  last: ReadonlyMap<number, number>,
  fault: (item: Item) => Fault,
): Numbered<Item>[] {
  const { prefix } = process.observations;
  const inOrder = [...items].sort((one, other) => Date.parse(one.receivedAt) - Date.parse(other.receivedAt));
  const bring = items.filter(({ reference }) => reference !== undefined);
  if (bring.length > 0 && bring.length < items.length) {
    const without = items.find(({ reference }) => reference === undefined);
    if (without) fault(without)(['reference'], 'is missing: either all observations of a process bring a number, or none does');
    return [];
  }
  if (bring.length > 0) inOrder.sort((one, other) => ((one.reference ?? '') < (other.reference ?? '') ? -1 : 1));
  const given = new Map(last);
  return inOrder.map(item => {
    const year = Number(dayIn(new Date(item.receivedAt), process.timeZone).slice(0, 4));
    const number = (given.get(year) ?? 0) + 1;
    given.set(year, number);
    const reference = referenceOf(prefix, year, number);
    if (item.reference !== undefined && item.reference !== reference) {
      fault(item)(['reference'], `'${item.reference}' is not the next number, which is ${reference}`);
    }
    return { item, reference, year, number };
  });
}
