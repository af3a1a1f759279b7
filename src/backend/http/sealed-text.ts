import { BackendError } from '../errors.js';

/** AES-GCM wants a nonce of 12 bytes that no key sees twice; here each key locks one text. */
const nonceBytes = 12;

/** A locked text and what opens it, both in base64url. */
export interface SealedText {
  sealed: string;
  key: string;
}

/**
 * Locks a text with a new key (AES-GCM, 256 bits).
 *
 * @throws BackendError `unavailable` on a page without HTTPS, where browsers have no cryptography.
 */
export async function seal(text: string): Promise<SealedText> {
  if (!isSecureContext) throw new BackendError('unavailable', 'nothing can be locked on a page without HTTPS');
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const locked = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  const raw = await crypto.subtle.exportKey('raw', key);
  return { sealed: base64url([...iv, ...new Uint8Array(locked)]), key: base64url([...new Uint8Array(raw)]) };
}

/**
 * The text that was locked.
 *
 * @throws BackendError `malformed` when the key is another one, or the text was changed.
 */
export async function open({ sealed, key }: SealedText): Promise<string> {
  try {
    const opener = await crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['decrypt']);
    const bytes = bytesOf(sealed);
    const nonce = { name: 'AES-GCM', iv: bytes.subarray(0, nonceBytes) };
    return new TextDecoder().decode(await crypto.subtle.decrypt(nonce, opener, bytes.subarray(nonceBytes)));
  } catch (error) {
    throw new BackendError('malformed', 'the draft does not open with this key', { cause: error });
  }
}

const base64url = (bytes: number[]): string =>
  btoa(bytes.map(byte => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0));
