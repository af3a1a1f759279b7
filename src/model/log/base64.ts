import * as v from 'valibot';

/** Bytes as text: base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
}

/**
 * The bytes of a text. Browsers also read blanks, missing padding and stray last bits; here one run of bytes has one text only, so that
 * a changed text can never pass for the original.
 *
 * @returns Nothing when the text is not exactly what `toBase64` writes.
 */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes that a schema has already let through. */
export function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64(text);
  if (!bytes) throw new TypeError('Not base64 with padding');
  return bytes;
}

/** A text that stands for so many bytes. It stays a text, since receipts are kept and sent as JSON. */
export function base64Schema(byteLength: number): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.length(4 * Math.ceil(byteLength / 3)),
    v.check(text => fromBase64(text)?.length === byteLength),
  );
}
