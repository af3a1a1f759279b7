import { expect } from '@open-wc/testing';
import { consistencyPath, isConsistent, type SeenTree } from '../../src/model/log/consistency.js';
import { frontierAt, nodesOfLeaves, rootOf, rootOfLeaves } from '../../src/model/log/frontier.js';
import { leafHash, nodeHash } from '../../src/model/log/hash.js';
import type { ReadNodes } from '../../src/model/log/subtree.js';
import { bytes, flips, hex, nth, plainMerkle, someEntries } from '../support/plain-merkle.js';

const most = 70;
const entries = someEntries(most);
const plain = plainMerkle(entries);
const seen = async (size: number): Promise<SeenTree> => ({ size, root: bytes(await plain.head(size)) });

describe('a consistency proof', function () {
  this.timeout(60_000);

  let leaves: Uint8Array[];
  let read: ReadNodes;
  before(async () => {
    leaves = await Promise.all(entries.map(entry => leafHash(Uint8Array.from(entry))));
    read = await nodesOfLeaves(leaves);
  });

  it('is that of the definition, between every two sizes up to 70, and holds', async () => {
    for (let newer = 1; newer <= most; newer += 1) {
      for (let older = 1; older <= newer; older += 1) {
        const path = await consistencyPath(older, newer, read);
        expect(path.map(hex), `${older} to ${newer}`).to.deep.equal(await plain.proof(older, newer));
        expect(await isConsistent(await seen(older), await seen(newer), path), `${older} to ${newer}`).to.equal(true);
      }
    }
  });

  it('is empty from an empty log, which must then have been empty', async () => {
    for (const newer of [0, 1, 2, 33]) {
      expect(await consistencyPath(0, newer, read)).to.deep.equal([]);
      expect(await isConsistent(await seen(0), await seen(newer), [])).to.equal(true);
    }
    expect(await isConsistent({ size: 0, root: (await seen(1)).root }, await seen(2), [])).to.equal(false);
    expect(await isConsistent(await seen(0), await seen(2), [(await seen(1)).root])).to.equal(false);
  });

  it('fails when a leaf was changed, taken out or put in between', async () => {
    for (const older of [1, 3, 4, 7, 8, 20]) {
      const changes = {
        changed: leaves.with(older - 1, nth(leaves, most - 1)),
        removed: leaves.toSpliced(older - 1, 1),
        inserted: leaves.toSpliced(0, 0, nth(leaves, most - 1)),
      };
      for (const [what, rewritten] of Object.entries(changes)) {
        const history = await nodesOfLeaves(rewritten.slice(0, 33));
        const newer = { size: 33, root: await rootOfLeaves(rewritten.slice(0, 33)) };
        const path = await consistencyPath(older, 33, history);
        expect(await isConsistent(await seen(older), newer, path), `${what}, ${older} to 33`).to.equal(false);
      }
    }
  });

  it('fails when one bit of a root or of the path is another', async () => {
    for (const [smaller, larger] of [
      [1, 2],
      [4, 7],
      [6, 13],
      [13, 13],
      [33, 64],
    ] as const) {
      const [older, newer] = [await seen(smaller), await seen(larger)];
      const path = await consistencyPath(smaller, larger, read);
      for (const root of flips(older.root)) expect(await isConsistent({ ...older, root }, newer, path)).to.equal(false);
      for (const root of flips(newer.root)) expect(await isConsistent(older, { ...newer, root }, path)).to.equal(false);
      for (const at of path.keys()) {
        for (const wrong of flips(nth(path, at))) expect(await isConsistent(older, newer, path.with(at, wrong))).to.equal(false);
      }
    }
  });

  it('fails when the path is shorter, longer, turned round, or has a hash of another length', async () => {
    const [older, newer] = [await seen(6), await seen(13)];
    const path = await consistencyPath(6, 13, read);
    expect(await isConsistent(older, newer, path)).to.equal(true);
    for (const wrong of [
      [],
      path.slice(1),
      path.slice(0, -1),
      [...path, newer.root],
      path.toReversed(),
      path.with(0, nth(path, 0).subarray(1)),
    ])
      expect(await isConsistent(older, newer, wrong)).to.equal(false);
  });

  it('is empty between equal sizes, and nothing else', async () => {
    const tree = await seen(6);
    expect(await isConsistent(tree, tree, [])).to.equal(true);
    expect(await isConsistent(tree, tree, [tree.root])).to.equal(false);
    expect(await isConsistent(tree, { size: 6, root: (await seen(7)).root }, [])).to.equal(false);
  });

  it('fails when trees are passed off as smaller or higher ones', async () => {
    const roots = async (older: number, newer: number) => [(await seen(older)).root, (await seen(newer)).root] as const;
    const claim = async (real: readonly [number, number], older: number, newer: number): Promise<boolean> => {
      const [olderRoot, newerRoot] = await roots(...real);
      const path = await consistencyPath(...real, read);
      return isConsistent({ size: older, root: olderRoot }, { size: newer, root: newerRoot }, path);
    };
    expect(await claim([7, 8], 7, 8)).to.equal(true);
    expect(await claim([7, 8], 3, 4)).to.equal(false);
    expect(await claim([7, 8], 7, 16)).to.equal(false);
    expect(await claim([1, 2], 1, 2)).to.equal(true);
    expect(await claim([1, 2], 1, 3)).to.equal(false);
  });

  it('never holds backwards, nor for nonsense', async () => {
    const path = await consistencyPath(6, 13, read);
    expect(await isConsistent(await seen(13), await seen(6), path)).to.equal(false);
    // Both hashes come out right here; only the sizes say that it cannot be.
    const [one, two] = [nth(leaves, 0), nth(leaves, 1)];
    expect(await isConsistent({ size: 3, root: one }, await seen(2), [one, two])).to.equal(false);
    for (const size of [-1, 1.5, NaN, Infinity, 2 ** 53]) {
      expect(await isConsistent({ ...(await seen(6)), size }, await seen(13), path), String(size)).to.equal(false);
      expect(await isConsistent(await seen(6), { ...(await seen(13)), size }, path), String(size)).to.equal(false);
    }
  });

  it('is not made backwards, nor from a log that misses nodes', async () => {
    for (const [older, newer] of [
      [13, 6],
      [-1, 6],
      [6, most + 1],
    ] as const) {
      const failure = await consistencyPath(older, newer, read).catch((error: unknown) => error);
      expect(failure, `${older} to ${newer}`).to.be.instanceOf(RangeError);
    }
  });

  it('works in trees of more leaves than 32 bits can count', async () => {
    // All leaves are alike, so that each level has one hash.
    const levels = [nth(leaves, 0)];
    for (let level = 1; level < 52; level += 1) levels.push(await nodeHash(nth(levels, level - 1), nth(levels, level - 1)));
    const alike: ReadNodes = places => Promise.resolve(places.map(({ level }) => nth(levels, level)));
    const at = async (size: number): Promise<SeenTree> => ({ size, root: await rootOf(await frontierAt(size, alike)) });
    for (const [older, newer] of [
      [3, 2 ** 32],
      [2 ** 32 + 1, 2 ** 40 + 3],
      [2 ** 40 + 3, 2 ** 52 - 1],
    ] as const) {
      const path = await consistencyPath(older, newer, alike);
      expect(await isConsistent(await at(older), await at(newer), path), `${older} to ${newer}`).to.equal(true);
      expect(await isConsistent(await at(older - 1), await at(newer), path), `${older} to ${newer}`).to.equal(false);
    }
  });
});
