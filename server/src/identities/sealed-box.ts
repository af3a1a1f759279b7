import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/** First byte of everything that is locked, so that another way of locking can follow. */
const format = 1;
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** What stands before the 32 bytes of a key in DER (RFC 8410). */
const publicHead = Buffer.from('302a300506032b656e032100', 'hex');
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** A pair of keys of an office, each 32 bytes in base64. */
export interface OfficeKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export function newOfficeKeys(): OfficeKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: rawPublic(publicKey).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(privateHead.length).toString('base64'),
  };
}

/** Whether this is the public key of an office: 32 bytes in base64, with which something can be locked. */
export function isOfficeKey(publicKey: string): boolean {
  try {
    seal(publicKey, '', '');
    return true;
  } catch {
    return false;
  }
}

/** The public key that belongs to a private one. */
export const publicKeyOf = (privateKey: string): string => rawPublic(createPublicKey(privateFrom(privateKey))).toString('base64');

/**
 * Locks a text so that only the holder of the private key reads it, and not even who locked it: a key for this one text, agreed on by
 * X25519, made by HKDF-SHA-256, used with AES-256-GCM.
 *
 * @param about - What it belongs to; it opens only together with the same.
 */
export function seal(publicKey: string, about: string, plain: string): Buffer {
  const theirs = publicFrom(publicKey);
  const once = generateKeyPairSync('x25519');
  const ours = rawPublic(once.publicKey);
  const shared = diffieHellman({ privateKey: once.privateKey, publicKey: theirs });
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(shared, ours, rawPublic(theirs)), nonce);
  cipher.setAAD(Buffer.from(about));
  return Buffer.concat([Buffer.of(format), ours, nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** The text that was locked; nothing when it was locked with another key, was changed, or belongs to something else. */
export function open(privateKey: string, about: string, sealed: Uint8Array): string | undefined {
  const bytes = Buffer.from(sealed);
  const ours = bytes.subarray(1, 1 + keyBytes);
  const nonce = bytes.subarray(1 + keyBytes, 1 + keyBytes + nonceBytes);
  const locked = bytes.subarray(1 + keyBytes + nonceBytes, -tagBytes);
  if (bytes[0] !== format) return undefined;
  try {
    const mine = privateFrom(privateKey);
    const shared = diffieHellman({ privateKey: mine, publicKey: publicFrom(ours.toString('base64')) });
    const key = keyFor(shared, ours, rawPublic(createPublicKey(mine)));
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return decipher.update(locked, undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

const keyFor = (shared: Buffer, once: Buffer, office: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', shared, Buffer.concat([once, office]), 'portico identity', keyBytes));

const publicFrom = (key: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicHead, raw(key)]), format: 'der', type: 'spki' });

const privateFrom = (key: string): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privateHead, raw(key)]), format: 'der', type: 'pkcs8' });

const rawPublic = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' }).subarray(publicHead.length);

function raw(key: string): Buffer {
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length !== keyBytes) throw new Error('a key of an office is 32 bytes in base64');
  return bytes;
}
