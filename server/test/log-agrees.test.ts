import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { describe, it } from 'node:test';
import { toBase64 } from '../../src/model/log/base64.js';
import { checkReceipt } from '../../src/model/log/check-receipt.js';
import { commitment } from '../../src/model/log/commitment.js';
import { rootOfLeaves } from '../../src/model/log/frontier.js';
import { leafHash } from '../../src/model/log/hash.js';
import { openLogKey } from '../../src/model/log/log-key.js';
import { treeHeadBytes } from '../../src/model/log/tree-head.js';
import { commitmentOf } from '../src/participation/commitment.js';

const contents = [
  { reference: 'PATTO-7K3M-9QXA', pact: 'patto-parco', version: 2, at: '2026-11-24T10:00:00.000Z' },
  { text: 'Più ombra 🌳 in piazza,\nper favore "subito"', blocks: [{ z: 1, a: [null, true, 0.1] }], note: undefined },
  {},
  'solo testo',
];

describe('the log, as server and browser see it', () => {
  it('has one commitment for each content and salt', async () => {
    for (const content of contents) {
      const salt = randomBytes(32);
      assert.equal(commitmentOf(content, salt).toString('base64'), toBase64(await commitment(salt, content)));
    }
  });

  it('has one commitment for members in any order', () => {
    const [content] = contents;
    const turned = Object.fromEntries(Object.entries(content as object).reverse());
    const salt = randomBytes(32);
    assert.deepEqual(commitmentOf(turned, salt), commitmentOf(content, salt));
  });

  it('refuses a content that nobody could check later', () => {
    for (const content of [{ at: new Date() }, 'half \ud83d', undefined, { size: NaN }])
      assert.throws(() => commitmentOf(content, randomBytes(32)), TypeError);
  });

  it('takes a head that the server signed without WebCrypto, by its key in both forms', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const [content] = contents;
    const salt = randomBytes(32);
    const root = await rootOfLeaves([await leafHash(commitmentOf(content, salt))]);
    const head = { origin: 'partecipa.comune.example/log/parco', size: 1, root: toBase64(root), at: '2026-11-24T10:00:01.000Z' };
    const signature = sign('sha256', treeHeadBytes(head), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64');
    const proof = { salt: salt.toString('base64'), index: 0, head: { ...head, signature }, path: [] };
    const jwk = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })).export({ format: 'jwk' });
    for (const key of [publicKey.export({ type: 'spki', format: 'der' }), jwk]) {
      const log = { origin: head.origin, keys: [await openLogKey(key as Parameters<typeof openLogKey>[0])] };
      assert.deepEqual(await checkReceipt(content, proof, log), { type: 'included', index: 0, head });
      assert.equal((await checkReceipt({ ...(content as object), version: 3 }, proof, log)).type, 'not-included');
    }
  });
});
