import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { toBase64 } from '../../src/model/log/base64.js';
import { frontierAt, nodesOfLeaves, rootOf } from '../../src/model/log/frontier.js';
import { leafHash, nodeHash } from '../../src/model/log/hash.js';
import { inclusionPath, inclusionProofSchema, isIncluded } from '../../src/model/log/inclusion.js';
import type { ReadNodes } from '../../src/model/log/subtree.js';
import { bytes, flips, hex, nth, plainMerkle, someEntries } from '../support/plain-merkle.js';

const most = 70;
const entries = someEntries(most);
const plain = plainMerkle(entries);

describe('an inclusion proof', function () {
  this.timeout(60_000);

  let leaves: Uint8Array[];
  let read: ReadNodes;
  before(async () => {
    leaves = await Promise.all(entries.map(entry => leafHash(Uint8Array.from(entry))));
    read = await nodesOfLeaves(leaves);
  });

  it('is the path of the definition, for every leaf of every tree up to 70 leaves, and holds', async () => {
    for (let size = 1; size <= most; size += 1) {
      const root = bytes(await plain.head(size));
      for (let index = 0; index < size; index += 1) {
        const path = await inclusionPath(index, size, read);
        expect(path.map(hex), `leaf ${index} of ${size}`).to.deep.equal(await plain.path(index, size));
        expect(await isIncluded(nth(leaves, index), { index, size, path }, root), `leaf ${index} of ${size}`).to.equal(true);
      }
    }
  });

  it('holds for no other leaf and no other place', async () => {
    for (const size of [1, 2, 7, 8, 13, 33]) {
      const root = bytes(await plain.head(size));
      for (let index = 0; index < size; index += 1) {
        const path = await inclusionPath(index, size, read);
        for (let other = 0; other <= size; other += 1) {
          if (other === index) continue;
          const claim = `leaf ${index} of ${size} as ${other}`;
          expect(await isIncluded(nth(leaves, index), { index: other, size, path }, root), claim).to.equal(false);
          expect(await isIncluded(nth(leaves, other), { index, size, path }, root), claim).to.equal(false);
        }
      }
    }
  });

  it('fails when one bit of leaf, path or root is another', async () => {
    for (const [index, size] of [
      [0, 1],
      [12, 13],
      [5, 13],
      [63, 64],
    ] as const) {
      const leaf = nth(leaves, index);
      const root = bytes(await plain.head(size));
      const path = await inclusionPath(index, size, read);
      for (const wrong of flips(leaf)) expect(await isIncluded(wrong, { index, size, path }, root)).to.equal(false);
      for (const wrong of flips(root)) expect(await isIncluded(leaf, { index, size, path }, wrong)).to.equal(false);
      for (const at of path.keys()) {
        for (const wrong of flips(nth(path, at)))
          expect(await isIncluded(leaf, { index, size, path: path.with(at, wrong) }, root)).to.equal(false);
      }
    }
  });

  it('fails when the path is shorter, longer, turned round, or has a hash of another length', async () => {
    const [index, size] = [5, 13];
    const root = bytes(await plain.head(size));
    const path = await inclusionPath(index, size, read);
    const holds = (wrong: Uint8Array[]) => isIncluded(nth(leaves, index), { index, size, path: wrong }, root);
    expect(await holds(path)).to.equal(true);
    expect(await holds([])).to.equal(false);
    expect(await holds(path.slice(1))).to.equal(false);
    expect(await holds(path.slice(0, -1))).to.equal(false);
    expect(await holds([...path, root])).to.equal(false);
    expect(await holds(path.toReversed())).to.equal(false);
    expect(await holds(path.with(0, nth(path, 0).subarray(1)))).to.equal(false);
    expect(await isIncluded(nth(leaves, index).subarray(1), { index, size, path }, root)).to.equal(false);
  });

  it('fails when the border between two hashes is moved, which leaves their sum the same', async () => {
    const root = bytes(await plain.head(2));
    const both = Uint8Array.from([...nth(leaves, 0), ...nth(leaves, 1)]);
    const cut = (at: number) => isIncluded(both.slice(0, at), { index: 0, size: 2, path: [both.slice(at)] }, root);
    expect(await cut(32)).to.equal(true);
    expect(await cut(31)).to.equal(false);
    expect(await cut(33)).to.equal(false);
  });

  it('fails for a root with something behind it', async () => {
    const root = bytes(await plain.head(1));
    expect(await isIncluded(nth(leaves, 0), { index: 0, size: 1, path: [] }, root)).to.equal(true);
    const longer = Uint8Array.from([...root, 0]);
    expect(await isIncluded(nth(leaves, 0), { index: 0, size: 1, path: [] }, longer)).to.equal(false);
  });

  it('fails when a tree is passed off as a smaller or a higher one', async () => {
    const root = bytes(await plain.head(4));
    const path = await inclusionPath(3, 4, read);
    expect(await isIncluded(nth(leaves, 3), { index: 3, size: 4, path }, root)).to.equal(true);
    expect(await isIncluded(nth(leaves, 3), { index: 0, size: 1, path }, root)).to.equal(false);
    expect(await isIncluded(nth(leaves, 3), { index: 1, size: 2, path }, root)).to.equal(false);
    expect(await isIncluded(nth(leaves, 3), { index: 3, size: 8, path }, root)).to.equal(false);
  });

  it('does not take a node for a leaf', async () => {
    const node = await nodeHash(nth(leaves, 0), nth(leaves, 1));
    const path = [await nodeHash(nth(leaves, 2), nth(leaves, 3))];
    expect(await isIncluded(node, { index: 0, size: 4, path }, bytes(await plain.head(4)))).to.equal(false);
  });

  it('answers nonsense with no', async () => {
    const root = bytes(await plain.head(1));
    for (const [index, size] of [
      [0, 0],
      [1, 1],
      [-1, 1],
      [0.5, 1],
      [NaN, 1],
      [0, Infinity],
      [0, 2 ** 53],
    ] as const)
      expect(await isIncluded(nth(leaves, 0), { index, size, path: [] }, root), `${index} of ${size}`).to.equal(false);
  });

  it('is not made for a leaf that is not there, nor from a log that misses nodes', async () => {
    for (const [index, size] of [
      [3, 3],
      [-1, 3],
      [0, most + 1],
    ] as const) {
      const failure = await inclusionPath(index, size, read).catch((error: unknown) => error);
      expect(failure, `${index} of ${size}`).to.be.instanceOf(RangeError);
    }
  });

  it('works in trees of more leaves than 32 bits can count', async () => {
    // All leaves are alike, so that each level has one hash.
    const levels = [nth(leaves, 0)];
    for (let level = 1; level < 52; level += 1) levels.push(await nodeHash(nth(levels, level - 1), nth(levels, level - 1)));
    const alike: ReadNodes = places => Promise.resolve(places.map(({ level }) => nth(levels, level)));
    for (const size of [2 ** 32, 2 ** 40 + 3, 2 ** 52 - 1]) {
      const root = await rootOf(await frontierAt(size, alike));
      for (const index of [0, 2 ** 31, 2 ** 32 - 1, size - 2, size - 1]) {
        const path = await inclusionPath(index, size, alike);
        const claim = `leaf ${index} of ${size}`;
        expect(await isIncluded(nth(leaves, 0), { index, size, path }, root), claim).to.equal(true);
        expect(await isIncluded(nth(leaves, 1), { index, size, path }, root), claim).to.equal(false);
      }
    }
  });

  it('travels as JSON, and what is not one is told', async () => {
    const proof = { index: 5, size: 13, path: (await inclusionPath(5, 13, read)).map(toBase64) };
    expect(v.parse(inclusionProofSchema, JSON.parse(JSON.stringify(proof)))).to.deep.equal(proof);
    for (const wrong of [
      { ...proof, index: -1 },
      { ...proof, index: 1.5 },
      { ...proof, size: 0 },
      { ...proof, size: '13' },
      { ...proof, path: [toBase64(new Uint8Array(31))] },
      { ...proof, path: ['*'.repeat(44)] },
      { ...proof, path: Array<string>(55).fill(toBase64(new Uint8Array(32))) },
    ])
      expect(v.is(inclusionProofSchema, wrong), JSON.stringify(wrong)).to.equal(false);
  });
});
