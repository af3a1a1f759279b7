import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { publicKeyOf, type OfficeKeys } from './sealed-box.js';

/** What a guess of the passphrase costs: about 64 MB and a tenth of a second. */
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const keyBytes = 32;
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;

const fileSchema = v.union([
  v.object({ publicKey: v.string(), privateKey: v.string() }),
  v.object({ publicKey: v.string(), lockedPrivateKey: v.string() }),
]);

/** What is wrong with a file of a key, in words for whoever gave it. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/** Writes the keys into a file that only its owner may read, and never over another one. */
export function writeKeyFile(path: string, { publicKey, privateKey }: OfficeKeys, passphrase = ''): void {
  const content = passphrase === '' ? { publicKey, privateKey } : { publicKey, lockedPrivateKey: lock(privateKey, passphrase) };
  try {
    writeFileSync(path, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new KeyFileError(
      `${path} is there already. It is not written over: what was sealed with its key could never be opened.`,
    );
  }
}

/** @throws KeyFileError when it is no such file, or the passphrase is missing or not the right one. */
export function readKeyFile(path: string, passphrase = ''): OfficeKeys {
  const content = v.safeParse(fileSchema, parsed(path));
  if (!content.success) throw new KeyFileError(`${path} is not a key of an office.`);
  const privateKey =
    'privateKey' in content.output ? content.output.privateKey : unlocked(content.output.lockedPrivateKey, passphrase);
  return { publicKey: publicKeyOf(privateKey), privateKey };
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new KeyFileError(code === undefined ? `${path} is not a key of an office.` : `${path} could not be read (${code}).`);
  }
}

function unlocked(locked: string, passphrase: string): string {
  if (passphrase === '') throw new KeyFileError('This key is locked: set OFFICE_PASSPHRASE.');
  const key = unlock(locked, passphrase);
  if (key === undefined) throw new KeyFileError('The passphrase is not the right one.');
  return key;
}

function lock(plain: string, passphrase: string): string {
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, keyBytes, cost), nonce);
  return Buffer.concat([salt, nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

function unlock(locked: string, passphrase: string): string | undefined {
  const bytes = Buffer.from(locked, 'base64');
  const [salt, nonce] = [bytes.subarray(0, saltBytes), bytes.subarray(saltBytes, saltBytes + nonceBytes)];
  try {
    const key = scryptSync(passphrase, salt, keyBytes, cost);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return decipher.update(bytes.subarray(saltBytes + nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
