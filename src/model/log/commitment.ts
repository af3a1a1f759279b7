import { canonicalJson } from './canonical-json.js';
import { sha256 } from './hash.js';

/** Bytes of a salt. All salts have this length, so that nobody can move the border between salt and content. */
export const saltLength = 32;

/**
 * What the log keeps of a content: who has content and salt can show that it stood there, and once both are erased the commitment says
 * nothing to anybody, not even to who guesses the content.
 *
 * The rule, for who checks it with other tools: SHA-256 of the salt's bytes followed by the content as canonical JSON (RFC 8785) in UTF-8.
 *
 * @param salt - Random, one for each content.
 * @throws TypeError for a content that JSON cannot hold, RangeError for a salt of another length.
 */
export async function commitment(salt: Uint8Array, content: unknown): Promise<Uint8Array> {
  if (salt.length !== saltLength) throw new RangeError(`A salt has ${saltLength} bytes`);
  return sha256(salt, new TextEncoder().encode(canonicalJson(content)));
}
