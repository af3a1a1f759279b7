import { expect } from '@open-wc/testing';
import { fromBase64, toBase64 } from '../../src/model/log/base64.js';
import { canonicalJson } from '../../src/model/log/canonical-json.js';
import { commitment } from '../../src/model/log/commitment.js';
import { hex } from '../support/plain-merkle.js';

describe('canonical JSON', () => {
  it('sorts members by the UTF-16 units of their names, at every depth', () => {
    expect(canonicalJson({ b: 1, a: { d: [{ f: 1, e: 2 }], c: null } })).to.equal('{"a":{"c":null,"d":[{"e":2,"f":1}]},"b":1}');
    // The example of RFC 8785, section 3.2.3: the emoji comes before the Hebrew letter, since its first unit is smaller.
    const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const written = canonicalJson(Object.fromEntries(names.map(name => [name, 0])));
    expect(written).to.equal('{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\u{1f600}":0,"\ufb33":0}');
  });

  it('writes numbers and texts as ECMAScript does', () => {
    const numbers: unknown = JSON.parse('[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0]');
    expect(canonicalJson(numbers)).to.equal('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]');
    expect(canonicalJson('€$\u000f\nA\'B"\\/à')).to.equal(String.raw`"€$\u000f\nA'B\"\\/à"`);
  });

  it('is JSON again when read and written, and leaves out what is undefined', () => {
    const content = { z: [true, false, null, 'x', { y: 1, x: undefined }], a: '' };
    expect(canonicalJson(JSON.parse(canonicalJson(content)))).to.equal(canonicalJson(content));
    expect(canonicalJson(content)).to.equal('{"a":"","z":[true,false,null,"x",{"y":1}]}');
  });

  it('refuses what would come back as something else', () => {
    const wrong: unknown[] = [
      undefined,
      NaN,
      Infinity,
      10n,
      new Date(0),
      new Map(),
      Uint8Array.of(1),
      [undefined],
      Array(1),
      { toJSON: 1 },
      Symbol('x'),
      canonicalJson,
      'half \ud83d',
      { 'half \ude00': 1 },
    ];
    for (const content of wrong) expect(() => canonicalJson(content), typeof content).to.throw(TypeError);
  });
});

describe('a commitment', () => {
  const salt = Uint8Array.from({ length: 32 }, (_, at) => at);
  const content = {
    testo: 'Più alberi in viale Padova 😀',
    at: '2026-11-24T10:00:00.000Z',
    reference: 'PAC-2026-000486',
    n: [1, null, true],
  };

  it('is what other tools compute by its rule', async () => {
    // By Python: sha256(bytes(range(32)) + json.dumps(content, sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode())
    expect(hex(await commitment(salt, content))).to.equal('c3f478c0d25a46ad7f75ad9e223264a683ad0775adafaa3d4b89ec01db329a73');
  });

  it('is the same in whatever order the members come, and another one for any other content or salt', async () => {
    const mine = hex(await commitment(salt, content));
    expect(hex(await commitment(salt, Object.fromEntries(Object.entries(content).reverse())))).to.equal(mine);
    expect(hex(await commitment(salt, { ...content, n: [1, true, null] }))).not.to.equal(mine);
    expect(hex(await commitment(salt.with(31, 0), content))).not.to.equal(mine);
  });

  it('takes salts of one length only', async () => {
    for (const length of [0, 16, 31, 33]) {
      const failure = await commitment(new Uint8Array(length), content).catch((error: unknown) => error);
      expect(failure, String(length)).to.be.instanceOf(RangeError);
    }
  });
});

describe('bytes as text', () => {
  it('come back as they were', () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length) % 256);
      expect(hex(fromBase64(toBase64(bytes)) ?? [1]), String(length)).to.equal(hex(bytes));
    }
  });

  it('have one spelling: no blanks, no missing padding, no stray bits, no other alphabet', () => {
    expect(toBase64(Uint8Array.of(251, 255))).to.equal('+/8=');
    for (const text of ['+/8', ' +/8=', '+/8=\n', '+/9=', '-_8=', '+/8==', 'à', '='])
      expect(fromBase64(text), text).to.equal(undefined);
  });
});
