import { createECDH } from 'node:crypto';
import type { LogKey } from '../../../src/model/log/log-key.js';
import type { Keys } from '../settings/keys.js';

/** With what the logs of a city are signed. */
export interface SigningKey {
  readonly publicKey: LogKey;
  readonly privateKey: Parameters<typeof crypto.subtle.sign>[1];
}

const made = new WeakMap<Keys, Promise<SigningKey>>();

/**
 * The key of the logs, a point on P-256. It comes from the city's one secret, so that there is no second secret to keep, and each process of
 * the server has it.
 */
export function signingKey(keys: Keys): Promise<SigningKey> {
  let key = made.get(keys);
  if (!key) made.set(keys, (key = make(keys)));
  return key;
}

async function make(keys: Keys): Promise<SigningKey> {
  const scalar = keys.derived('log signing key');
  const curve = createECDH('prime256v1');
  // One in 2^32 secrets would give no key of the curve; this throws then, at the first start.
  curve.setPrivateKey(scalar);
  const point = curve.getPublicKey();
  const publicKey: LogKey = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const jwk = { ...publicKey, d: scalar.toString('base64url') };
  const privateKey = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  return { publicKey, privateKey };
}
