import { expect } from '@open-wc/testing';
import {
  append,
  emptyFrontier,
  frontierAt,
  nodesOfLeaves,
  rootOf,
  rootOfLeaves,
  type Frontier,
} from '../../src/model/log/frontier.js';
import { leafHash, nodeHash } from '../../src/model/log/hash.js';
import type { ReadNodes } from '../../src/model/log/subtree.js';
import { bytes, hex, nth, plainMerkle, someEntries } from '../support/plain-merkle.js';

/** The leaves with which Certificate Transparency was tried first, and the roots of the trees of the first 0 to 8 of them. */
const reference = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const referenceRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the tree of a log', function () {
  this.timeout(60_000);

  it('has the published roots for the reference leaves of Certificate Transparency', async () => {
    const leaves = await Promise.all(reference.map(entry => leafHash(bytes(entry))));
    const roots = await Promise.all(referenceRoots.map((_, size) => rootOfLeaves(leaves.slice(0, size))));
    expect(roots.map(hex)).to.deep.equal(referenceRoots);
  });

  it('tells a leaf from a node that has the same content', async () => {
    const [left, right] = await Promise.all([leafHash(bytes('00')), leafHash(bytes('10'))]);
    const joined = Uint8Array.from([...left, ...right]);
    expect(hex(await leafHash(joined))).not.to.equal(hex(await nodeHash(left, right)));
  });

  it('has the root of the definition at every size up to 70', async () => {
    const entries = someEntries(70);
    const plain = plainMerkle(entries);
    let frontier: Frontier = emptyFrontier;
    for (const [at, entry] of entries.entries()) {
      ({ frontier } = await append(frontier, await leafHash(Uint8Array.from(entry))));
      expect(hex(await rootOf(frontier)), `size ${at + 1}`).to.equal(await plain.head(at + 1));
    }
  });

  it('grows to 10,000 leaves one by one, with no more than 14 hashes in hand, as if it had been made at once', async () => {
    const entries = someEntries(10_000);
    let frontier: Frontier = emptyFrontier;
    let nodes = 0;
    let most = 0;
    for (const entry of entries) {
      const next = await append(frontier, await leafHash(Uint8Array.from(entry)));
      frontier = next.frontier;
      nodes += next.nodes.length;
      most = Math.max(most, frontier.peaks.length);
    }
    expect(frontier.size).to.equal(10_000);
    expect(hex(await rootOf(frontier))).to.equal(await plainMerkle(entries).head(10_000));
    // 8,191 leaves are the most binary ones below 10,000: thirteen.
    expect(most).to.equal(13);
    // Every complete subtree is given out once: 10,000 + 5,000 + 2,500 + …
    expect(nodes).to.equal(19_995);
  });

  it('leaves the frontier as it was, so that an append can be taken back', async () => {
    const [one, two, three] = await Promise.all([leafHash(bytes('01')), leafHash(bytes('02')), leafHash(bytes('03'))]);
    const { frontier } = await append(emptyFrontier, one);
    await append(frontier, two);
    const { frontier: grown } = await append(frontier, three);
    expect(frontier.size).to.equal(1);
    expect(hex(await rootOf(grown))).to.equal(hex(await rootOfLeaves([one, three])));
  });

  it('goes on growing from kept nodes, at any size it had', async () => {
    const leaves = await Promise.all(someEntries(40).map(entry => leafHash(Uint8Array.from(entry))));
    const read = await nodesOfLeaves(leaves);
    for (let size = 0; size < leaves.length; size += 1) {
      const { frontier } = await append(await frontierAt(size, read), nth(leaves, size));
      expect(hex(await rootOf(frontier)), `size ${size + 1}`).to.equal(hex(await rootOfLeaves(leaves.slice(0, size + 1))));
    }
  });

  it('refuses to go on when kept nodes are missing or cut off', async () => {
    const read = await nodesOfLeaves([await leafHash(bytes('01'))]);
    const cutOff: ReadNodes = places => Promise.resolve(places.map(() => new Uint8Array(31)));
    for (const from of [read, cutOff]) {
      const failure = await frontierAt(3, from).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(RangeError);
    }
  });
});
