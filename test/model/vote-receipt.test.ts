import { expect } from '@open-wc/testing';
import { toBase64 } from '../../src/model/log/base64.js';
import { append, emptyFrontier, rootOf, type Frontier } from '../../src/model/log/frontier.js';
import { leafHash, sha256 } from '../../src/model/log/hash.js';
import { inclusionPath } from '../../src/model/log/inclusion.js';
import { signTreeHead, type LogIdentity } from '../../src/model/log/tree-head.js';
import { checkVoteReceipt, type VoteReceipt } from '../../src/model/vote-receipt.js';
import { Chance } from './tally/support/chance.js';

const origin = 'partecipa.comune.example/log/ballot.bilancio';

/** A log with some votes, and a receipt for each. */
async function log(size: number): Promise<{ identity: LogIdentity; receipts: VoteReceipt[] }> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const nodes: Uint8Array[][] = [];
  const commitments: Uint8Array[] = [];
  let frontier: Frontier = emptyFrontier;
  for (let index = 0; index < size; index += 1) {
    const commitment = await sha256(Uint8Array.of(index));
    commitments.push(commitment);
    const added = await append(frontier, await leafHash(commitment));
    frontier = added.frontier;
    for (const { level, hash } of added.nodes) (nodes[level] ??= []).push(hash);
  }
  const root = toBase64(await rootOf(frontier));
  const head = await signTreeHead({ origin, size, root, at: '2026-11-25T10:00:00.000Z' }, privateKey);
  const receipts = await Promise.all(
    commitments.map(async (commitment, index) => {
      const path = await inclusionPath(index, size, places =>
        Promise.resolve(places.flatMap(place => nodes[place.level]?.[place.index] ?? [])),
      );
      return {
        ballot: 'bilancio',
        hour: '2026-11-25T10:00:00.000Z',
        commitment: toBase64(commitment),
        index,
        head,
        path: path.map(toBase64),
      };
    }),
  );
  return { identity: { origin, keys: [publicKey] }, receipts };
}

/** The same text with one bit of one of its hashes, numbers or signature turned. */
function turned(receipt: VoteReceipt, chance: Chance): VoteReceipt {
  const flip = (base64: string): string => {
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
    return toBase64(bytes);
  };
  const { head, path } = receipt;
  switch (chance.below(path.length > 0 ? 7 : 6)) {
    case 0:
      return { ...receipt, commitment: flip(receipt.commitment) };
    case 1:
      return { ...receipt, index: receipt.index ^ (1 << chance.below(4)) };
    case 2:
      return { ...receipt, head: { ...head, root: flip(head.root) } };
    case 3:
      return { ...receipt, head: { ...head, signature: flip(head.signature) } };
    case 4:
      return { ...receipt, head: { ...head, size: head.size + 1 + chance.below(9) } };
    case 5:
      return { ...receipt, head: { ...head, at: '2026-11-25T11:00:00.000Z' } };
    default: {
      const at = chance.below(path.length);
      return { ...receipt, path: path.map((hash, index) => (index === at ? flip(hash) : hash)) };
    }
  }
}

describe('checkVoteReceipt', () => {
  it('finds every vote of a log, of any size', async () => {
    for (const size of [1, 2, 3, 7, 8]) {
      const { identity, receipts } = await log(size);
      for (const receipt of receipts) {
        const check = await checkVoteReceipt(receipt, identity);
        expect(check).to.include({ type: 'included', index: receipt.index });
      }
    }
  });

  it('rejects every receipt in which one bit is another', async () => {
    const { identity, receipts } = await log(11);
    const chance = new Chance(5);
    for (let turn = 0; turn < 400; turn += 1) {
      const receipt = receipts[chance.below(receipts.length)];
      if (!receipt) continue;
      const changed = turned(receipt, chance);
      const { type } = await checkVoteReceipt(changed, identity);
      expect(type, JSON.stringify(changed)).not.to.equal('included');
    }
  });

  it('rejects a longer or shorter way to the head, and the receipt of another log', async () => {
    const { identity, receipts } = await log(5);
    const [receipt] = receipts;
    if (!receipt) throw new Error('There is none.');
    const longer = { ...receipt, path: [...receipt.path, receipt.commitment] };
    const shorter = { ...receipt, path: receipt.path.slice(1) };
    for (const changed of [longer, shorter]) expect((await checkVoteReceipt(changed, identity)).type).to.equal('not-included');
    const other = await log(5);
    expect((await checkVoteReceipt(receipt, other.identity)).type).to.equal('bad-signature');
  });

  it('says what is no receipt, whatever it is', async () => {
    const { identity, receipts } = await log(1);
    for (const text of [null, 'no', 7, [], {}, { ...receipts[0], path: 'x' }, { ...receipts[0], index: -1 }]) {
      expect((await checkVoteReceipt(text, identity)).type).to.equal('malformed');
    }
  });
});
