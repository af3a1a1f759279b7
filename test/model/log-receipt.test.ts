import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { bytesOf, toBase64 } from '../../src/model/log/base64.js';
import { checkReceipt } from '../../src/model/log/check-receipt.js';
import { commitment } from '../../src/model/log/commitment.js';
import { nodesOfLeaves, rootOfLeaves } from '../../src/model/log/frontier.js';
import { leafHash } from '../../src/model/log/hash.js';
import { inclusionPath } from '../../src/model/log/inclusion.js';
import { logKeySchema, openLogKey, type LogKey, type OpenedLogKey } from '../../src/model/log/log-key.js';
import { receiptProofSchema, type ReceiptProof } from '../../src/model/log/receipt-proof.js';
import {
  isSignedBy,
  signTreeHead,
  treeHeadBytes,
  type LogIdentity,
  type SignedTreeHead,
  type TreeHead,
} from '../../src/model/log/tree-head.js';
import { flips, nth } from '../support/plain-merkle.js';

const origin = 'partecipa.comune.example/log/aria';
const at = '2026-11-24T10:00:00.000Z';

const head: TreeHead = { origin, size: 7, root: '3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=', at };

/** Signed by OpenSSL, with a key that was thrown away. */
const signedElsewhere: SignedTreeHead = {
  ...head,
  signature: 'E6QZdy5JZ1SNSPIhJpJ9ZScNJnxmv3qWh9PfBrrNPaypxXmOdlIGZ3qfFQRTJ95hAfmfwgUevqAu2yG7S9M8ZQ==',
};
const keyElsewhere = {
  kty: 'EC',
  crv: 'P-256',
  x: 'tyj01zVhAi7KCrfte5JWyODRnwUtDrYQF0gvNFtWXQ8',
  y: '9i1FRjMhmGblug6XyjQ2HlTE4zBoVP-dPhZOqJ59oTs',
} as const;
const spkiElsewhere =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEtyj01zVhAi7KCrfte5JWyODRnwUtDrYQF0gvNFtWXQ/2LUVGMyGYZuW6DpfKNDYeVMTjMGhU/50+Fk6onn2hOw==';

const newKeys = () => crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);

describe('a signed tree head', () => {
  it('is checked with a key in either form, whoever signed it', async () => {
    for (const key of [keyElsewhere, bytesOf(spkiElsewhere)]) {
      const log = { origin, keys: [await openLogKey(key)] };
      expect(await isSignedBy(signedElsewhere, log)).to.equal(true);
      expect(await isSignedBy({ ...signedElsewhere, size: 8 }, log)).to.equal(false);
      expect(await isSignedBy({ ...signedElsewhere, at: '2026-11-24T10:00:00.001Z' }, log)).to.equal(false);
    }
  });

  it('has bytes that another tool can write: four lines', () => {
    expect(new TextDecoder().decode(treeHeadBytes(signedElsewhere))).to.equal(`${origin}\n7\n${signedElsewhere.root}\n${at}\n`);
  });

  it('is signed by WebCrypto, and holds under any key the log ever had', async () => {
    const [older, newer, stranger] = await Promise.all([newKeys(), newKeys(), newKeys()]);
    const signed = await signTreeHead(head, older.privateKey);
    const keys = [newer.publicKey, older.publicKey];
    expect(await isSignedBy(signed, { origin, keys })).to.equal(true);
    expect(await isSignedBy(signed, { origin, keys: [stranger.publicKey] })).to.equal(false);
    expect(await isSignedBy(signed, { origin, keys: [] })).to.equal(false);
  });

  it('does not speak for another log under the same key', async () => {
    const { privateKey, publicKey } = await newKeys();
    const other = 'partecipa.comune.example/log/acqua';
    const signed = await signTreeHead({ ...head, origin: other }, privateKey);
    expect(await isSignedBy(signed, { origin, keys: [publicKey] })).to.equal(false);
    expect(await isSignedBy({ ...signed, origin }, { origin, keys: [publicKey] })).to.equal(false);
  });

  it('cannot be made of parts in which two heads would look alike', () => {
    const wrong: Partial<TreeHead>[] = [
      { origin: 'log\n7' },
      { origin: '' },
      { origin: 'lög' },
      { size: -1 },
      { size: 1.5 },
      { size: 2 ** 53 },
      { root: `${signedElsewhere.root}\n` },
      { at: '2026-11-24T11:00:00+01:00' },
      { at: '2026-13-24T10:00:00.000Z' },
    ];
    for (const part of wrong)
      expect(() => treeHeadBytes({ ...signedElsewhere, ...part }), JSON.stringify(part)).to.throw(v.ValiError);
  });

  it('takes from a key only what is public, and no other curve', async () => {
    const { privateKey } = await newKeys();
    const whole = await crypto.subtle.exportKey('jwk', privateKey);
    expect(Object.keys(v.parse(logKeySchema, whole)).sort()).to.deep.equal(['crv', 'kty', 'x', 'y']);
    const other = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, ['verify', 'sign']);
    expect(v.is(logKeySchema, await crypto.subtle.exportKey('jwk', other.publicKey))).to.equal(false);
    expect(v.is(logKeySchema, { ...whole, crv: 'secp256k1' })).to.equal(false);
    const foreign = { ...whole, crv: 'P-384' } as unknown as LogKey;
    for (const key of [new Uint8Array(91), foreign])
      expect(await openLogKey(key).catch((error: unknown) => error)).to.be.instanceOf(Error);
  });

  it('holds under no key that is no point of the curve, whether or not the browser opens it', async () => {
    const beside = { ...keyElsewhere, y: keyElsewhere.x };
    const holds = openLogKey(beside).then(
      key => isSignedBy(signedElsewhere, { origin, keys: [key] }),
      () => false,
    );
    expect(await holds).to.equal(false);
  });
});

describe('a receipt', function () {
  this.timeout(60_000);

  const index = 5;
  const contents = Array.from({ length: 13 }, (_, number) => ({
    reference: `ARIA-2026-${String(number + 1).padStart(6, '0')}`,
    text: `Osservazione inventata numero ${number + 1}: più ombra.`,
    at,
  }));
  const content = nth(contents, index);
  let keys: { publicKey: OpenedLogKey; privateKey: OpenedLogKey };
  let log: LogIdentity;
  let truth: TreeHead;
  let proof: ReceiptProof;
  before(async () => {
    keys = await newKeys();
    log = { origin, keys: [keys.publicKey] };
    const salts = contents.map(() => crypto.getRandomValues(new Uint8Array(32)));
    const leaves = await Promise.all(contents.map(async (each, number) => leafHash(await commitment(nth(salts, number), each))));
    truth = { origin, size: leaves.length, root: toBase64(await rootOfLeaves(leaves)), at };
    proof = {
      salt: toBase64(nth(salts, index)),
      index,
      head: await signTreeHead(truth, keys.privateKey),
      path: (await inclusionPath(index, leaves.length, await nodesOfLeaves(leaves))).map(toBase64),
    };
  });

  const verdict = async (claimed: unknown, given: unknown): Promise<string> => (await checkReceipt(claimed, given, log)).type;
  const signedAs = async (part: Partial<TreeHead>): Promise<ReceiptProof> => {
    return { ...proof, head: await signTreeHead({ ...truth, ...part }, keys.privateKey) };
  };

  it('shows that its content stands in the log, also after it was kept as JSON', async () => {
    const kept: unknown = JSON.parse(JSON.stringify(proof));
    expect(v.parse(receiptProofSchema, kept)).to.deep.equal(proof);
    expect(await checkReceipt(content, kept, log)).to.deep.equal({ type: 'included', index, head: truth });
    const { at: when, text, reference } = content;
    expect(await verdict({ text, reference, at: when }, kept)).to.equal('included');
  });

  it('shows nothing for another content, salt, place or tree', async () => {
    expect(await verdict({ ...content, text: `${content.text} ` }, proof)).to.equal('not-included');
    expect(await verdict(contents[4], proof)).to.equal('not-included');
    expect(await verdict({ ...content, more: null }, proof)).to.equal('not-included');
    expect(await verdict(content, { ...proof, salt: proof.head.root })).to.equal('not-included');
    expect(await verdict(content, { ...proof, index: 4 })).to.equal('not-included');
    expect(await verdict(content, { ...proof, index: 13 })).to.equal('not-included');
    expect(await verdict(content, { ...proof, path: [] })).to.equal('not-included');
    expect(await verdict(content, await signedAs({ root: proof.salt }))).to.equal('not-included');
    expect(await verdict(content, await signedAs({ size: 4 }))).to.equal('not-included');
  });

  it('shows nothing when the head is not signed by this log', async () => {
    expect(await verdict(content, { ...proof, head: { ...proof.head, size: 14 } })).to.equal('bad-signature');
    expect(await verdict(content, { ...proof, head: { ...proof.head, signature: toBase64(new Uint8Array(64)) } })).to.equal(
      'bad-signature',
    );
    expect(await verdict(content, await signedAs({ origin: 'partecipa.comune.example/log/acqua' }))).to.equal('bad-signature');
    const stranger = await newKeys();
    expect((await checkReceipt(content, proof, { origin, keys: [stranger.publicKey] })).type).to.equal('bad-signature');
  });

  it('says where it is not one', async () => {
    const at = async (given: unknown): Promise<unknown> => checkReceipt(content, given, log);
    expect(await at({ ...proof, salt: 'c2FsZQ==' })).to.deep.equal({ type: 'malformed', field: 'salt' });
    expect(await at({ ...proof, head: { ...proof.head, root: 7 } })).to.deep.equal({ type: 'malformed', field: 'head.root' });
    expect(await at({ ...proof, path: [proof.path[0], 'x'] })).to.deep.equal({ type: 'malformed', field: 'path.1' });
    for (const nothing of [undefined, null, '', 7, []]) expect(await verdict(content, nothing)).to.equal('malformed');
    expect(await checkReceipt({ at: new Date(0) }, proof, log)).to.deep.equal({ type: 'malformed', field: 'content' });
  });

  it('does not choke on a content without end', async () => {
    const endless: Record<string, unknown> = {};
    endless['more'] = endless;
    expect(await verdict(endless, proof)).to.equal('malformed');
  });

  it('fails when any one bit of it is another', async () => {
    const parsed = (bytes: Uint8Array): unknown => {
      try {
        return JSON.parse(new TextDecoder().decode(bytes));
      } catch {
        return undefined;
      }
    };
    const written = new TextEncoder().encode(JSON.stringify(proof));
    for (const wrong of flips(written)) expect(await verdict(content, parsed(wrong))).not.to.equal('included');
    const said = new TextEncoder().encode(JSON.stringify(content));
    for (const wrong of flips(said)) expect(await verdict(parsed(wrong), proof)).not.to.equal('included');
  });

  it('is not judged where the browser has no cryptography', async () => {
    Object.defineProperty(crypto, 'subtle', { configurable: true, value: undefined });
    try {
      expect(await verdict(content, proof)).to.equal('not-checkable');
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
    expect(await verdict(content, proof)).to.equal('included');
  });
});
