import { isHash, nodeHash } from './hash.js';

/** A part of the list of leaves, from `start` up to `end`, which is outside. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The place of a complete subtree: 2^level leaves, the first of which is leaf `index` × 2^level. The hash of such a subtree never changes
 * any more, whatever is added to the log, and so it can be kept.
 */
export interface NodePlace {
  readonly level: number;
  readonly index: number;
}

export interface LogNode extends NodePlace {
  readonly hash: Uint8Array;
}

/** Fetches the kept hashes of these subtrees, in this order. All that one proof needs is asked for at once. */
export type ReadNodes = (places: readonly NodePlace[]) => Promise<readonly Uint8Array[]>;

/** Whether a number can be the size of a log. Sizes are numbers up to 2^53 − 1; hence no shifts, which know 32 bits only. */
export function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

export const isOdd = (value: number): boolean => value % 2 === 1;

export const half = (value: number): number => Math.floor(value / 2);

/** Where a tree of so many leaves is parted: the largest power of two below its size (RFC 9162, section 2.1.1). */
export function leftLeaves(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The complete subtrees that a stretch consists of, from left to right. */
export function completeSubtrees({ start, end }: Stretch): NodePlace[] {
  const places: NodePlace[] = [];
  for (let first = start; first < end;) {
    let level = 0;
    while (2 ** (level + 1) <= end - first) level += 1;
    places.push({ level, index: first / 2 ** level });
    first += 2 ** level;
  }
  return places;
}

/** The hash above subtrees that stand side by side, each smaller than the one before. */
export async function joined(hashes: readonly Uint8Array[]): Promise<Uint8Array> {
  const [last, ...others] = [...hashes].reverse();
  if (!last) throw new RangeError('No subtree to join');
  let hash = last;
  for (const left of others) hash = await nodeHash(left, hash);
  return hash;
}

/**
 * The hashes of kept subtrees.
 *
 * @throws RangeError when one is missing: a proof made without it would accuse the log of a fault that it does not have.
 */
export async function readAll(places: readonly NodePlace[], read: ReadNodes): Promise<readonly Uint8Array[]> {
  if (places.length === 0) return [];
  const hashes = await read(places);
  if (hashes.length !== places.length || !hashes.every(isHash)) throw new RangeError('The log misses nodes of its tree');
  return hashes;
}

/** The hashes of stretches of the log, as RFC 9162 names them in its proofs. */
export async function hashesOf(stretches: readonly Stretch[], read: ReadNodes): Promise<Uint8Array[]> {
  const parts = stretches.map(completeSubtrees);
  const hashes = await readAll(parts.flat(), read);
  let taken = 0;
  return Promise.all(parts.map(({ length }) => joined(hashes.slice(taken, (taken += length)))));
}
