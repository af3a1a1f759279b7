import * as v from 'valibot';
import { hashSchema, isHash, nodeHash, sameHash } from './hash.js';
import { half, hashesOf, isOdd, isSize, leftLeaves, type ReadNodes, type Stretch } from './subtree.js';

/** More hashes than the largest log could ask for: 53 for an inclusion, one more for a consistency proof. */
export const longestPath = 54;

export const pathSchema = v.pipe(v.array(hashSchema), v.maxLength(longestPath));

/** The place of a leaf, counted from 0. */
export const indexSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What shows that one leaf stands in a tree whose root is known. */
export const inclusionProofSchema = v.object({
  index: indexSchema,
  /** How many leaves the tree has. */
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** The neighbours on the way up, the lowest first. */
  path: pathSchema,
});

export type InclusionProof = v.InferOutput<typeof inclusionProofSchema>;

/**
 * The path of a leaf (RFC 9162, section 2.1.3.1).
 *
 * @param index - The place of the leaf, counted from 0.
 * @param size - Of the tree for which it is shown; the log may have grown since.
 * @throws RangeError when the tree has no such leaf, or the log misses nodes.
 */
export async function inclusionPath(index: number, size: number, read: ReadNodes): Promise<Uint8Array[]> {
  if (!isSize(index) || !isSize(size) || index >= size) throw new RangeError('No such leaf in a tree of this size');
  const beside: Stretch[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + leftLeaves(end - start);
    if (index < middle) {
      beside.unshift({ start: middle, end });
      end = middle;
    } else {
      beside.unshift({ start, end: middle });
      start = middle;
    }
  }
  return hashesOf(beside, read);
}

/**
 * Whether a leaf stands in the tree, step by step as RFC 9162, section 2.1.3.2 has it. Wrong input is answered with no, not thrown.
 *
 * @param leaf - What `leafHash` made of the entry.
 */
export async function isIncluded(
  leaf: Uint8Array,
  { index, size, path }: { readonly index: number; readonly size: number; readonly path: readonly Uint8Array[] },
  root: Uint8Array,
): Promise<boolean> {
  if (!isSize(index) || !isSize(size) || index >= size || ![leaf, ...path].every(isHash)) return false;
  // The place of the node that is known so far, and of the last node, on the same level.
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const beside of path) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      hash = await nodeHash(beside, hash);
      // The last node of a level may have no neighbour for some levels.
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      hash = await nodeHash(hash, beside);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}
