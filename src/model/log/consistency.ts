import { emptyRoot, isHash, nodeHash, sameHash } from './hash.js';
import { half, hashesOf, isOdd, isSize, leftLeaves, type ReadNodes, type Stretch } from './subtree.js';

/** A tree as somebody saw it: how many leaves, and under which root. */
export interface SeenTree {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * What shows that a log only grew between two sizes (RFC 9162, section 2.1.4.1).
 *
 * @returns The path; empty between equal sizes, and from an empty log, since everything grew out of nothing.
 * @throws RangeError when the older size is the larger one, or the log misses nodes.
 */
export async function consistencyPath(older: number, newer: number, read: ReadNodes): Promise<Uint8Array[]> {
  if (!isSize(older) || !isSize(newer) || older > newer) throw new RangeError('A log does not grow from this size to that');
  if (older === 0 || older === newer) return [];
  const beside: Stretch[] = [];
  let [start, end] = [0, newer];
  while (end !== older) {
    const middle = start + leftLeaves(end - start);
    if (older <= middle) {
      beside.unshift({ start: middle, end });
      end = middle;
    } else {
      beside.unshift({ start, end: middle });
      start = middle;
    }
  }
  // A complete old tree is a node of the new one, and who checks has its root already.
  if (start > 0) beside.unshift({ start, end });
  return hashesOf(beside, read);
}

/**
 * Whether everything that stood in the older tree stands unchanged at the beginning of the newer one, step by step as RFC 9162, section
 * 2.1.4.2 has it. Wrong input is answered with no, not thrown.
 */
export async function isConsistent(older: SeenTree, newer: SeenTree, path: readonly Uint8Array[]): Promise<boolean> {
  if (!isSize(older.size) || !isSize(newer.size) || ![older.root, newer.root, ...path].every(isHash)) return false;
  if (older.size === newer.size) return path.length === 0 && sameHash(older.root, newer.root);
  if (older.size === 0) return path.length === 0 && sameHash(older.root, await emptyRoot());
  if (older.size > newer.size || path.length === 0) return false;
  const [first, ...others] = isPowerOfTwo(older.size) ? [older.root, ...path] : path;
  if (!first) return false;
  let place = older.size - 1;
  let last = newer.size - 1;
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  let olderHash = first;
  let newerHash = first;
  for (const beside of others) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      olderHash = await nodeHash(beside, olderHash);
      newerHash = await nodeHash(beside, newerHash);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      newerHash = await nodeHash(newerHash, beside);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameHash(olderHash, older.root) && sameHash(newerHash, newer.root);
}

function isPowerOfTwo(size: number): boolean {
  return leftLeaves(size) * 2 === size || size === 1;
}
