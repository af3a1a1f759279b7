import { emptyRoot, nodeHash } from './hash.js';
import { completeSubtrees, half, isOdd, joined, readAll, type LogNode, type ReadNodes } from './subtree.js';

/**
 * All that is needed to let a log grow: its size, and the hashes of the complete subtrees it consists of, the largest first. These are as
 * many as its size has binary ones, so 20 for a million entries at most.
 */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

export const emptyFrontier: Frontier = { size: 0, peaks: [] };

/**
 * The log with one leaf more. The old frontier stays as it is, so that an append that is rolled back leaves nothing behind.
 *
 * @param leaf - What `leafHash` made of the entry.
 * @returns The new frontier, and the nodes that are complete now: who keeps them can make every proof later.
 */
export async function append(frontier: Frontier, leaf: Uint8Array): Promise<{ frontier: Frontier; nodes: LogNode[] }> {
  const peaks = [...frontier.peaks];
  const nodes: LogNode[] = [];
  let node: LogNode = { level: 0, index: frontier.size, hash: leaf };
  nodes.push(node);
  while (isOdd(node.index)) {
    const left = peaks.pop();
    if (!left) throw new RangeError('A frontier has as many hashes as its size has binary ones');
    node = { level: node.level + 1, index: half(node.index), hash: await nodeHash(left, node.hash) };
    nodes.push(node);
  }
  return { frontier: { size: frontier.size + 1, peaks: [...peaks, node.hash] }, nodes };
}

/** The root of the whole tree: what a tree head says. */
export function rootOf({ peaks }: Frontier): Promise<Uint8Array> {
  return peaks.length === 0 ? emptyRoot() : joined(peaks);
}

/** The frontier of a log whose nodes are kept, at any size it has or had. */
export async function frontierAt(size: number, read: ReadNodes): Promise<Frontier> {
  return { size, peaks: await readAll(completeSubtrees({ start: 0, end: size }), read) };
}

/** The root of a tree with these leaves (RFC 9162, section 2.1.1: MTH). */
export async function rootOfLeaves(leaves: Iterable<Uint8Array>): Promise<Uint8Array> {
  let frontier = emptyFrontier;
  for (const leaf of leaves) ({ frontier } = await append(frontier, leaf));
  return rootOf(frontier);
}

/** Nodes of a log in memory, for who has all its leaves: somebody who checks a published log, a test, a backend in the browser. */
export async function nodesOfLeaves(leaves: Iterable<Uint8Array>): Promise<ReadNodes> {
  const levels: Uint8Array[][] = [];
  let frontier = emptyFrontier;
  for (const leaf of leaves) {
    const next = await append(frontier, leaf);
    frontier = next.frontier;
    for (const { level, hash } of next.nodes) (levels[level] ??= []).push(hash);
  }
  return places => Promise.resolve(places.flatMap(({ level, index }) => levels[level]?.[index] ?? []));
}
