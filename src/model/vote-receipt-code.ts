import * as v from 'valibot';
import { voteReceiptSchema, type VoteReceipt } from './vote-receipt.js';

/** What a code begins with; another form would have another number. */
const form = 'v1';

const url = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const plain = (base64url: string): string => {
  const text = base64url.replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
};

/**
 * A receipt as one word that fits into an address, a code for cameras and a message. It holds all that the receipt holds: its parts in a
 * fixed order, parted by commas, which stand in none of them.
 */
export function receiptCode({ ballot, hour, commitment, index, head, path }: VoteReceipt): string {
  const { origin, size, root, at, signature } = head;
  const hashes = [root, signature, commitment, ...path].map(url);
  return [form, ballot, hour, index, origin, size, at, ...hashes].join(',');
}

/** What stands behind `#receipt=` in an address, or the text itself. */
const unwrapped = (text: string): string => /#receipt=([^\s#&]+)/.exec(text)?.[1] ?? text;

/**
 * A receipt from what somebody has kept of it: the file, the code, or an address that ends with the code.
 *
 * @returns Nothing when it is none. That it is one says nothing of its worth: `checkVoteReceipt` does.
 */
export function receiptFrom(text: string): VoteReceipt | undefined {
  // Whoever sends a long word by mail gets it back with line breaks.
  const tidy = unwrapped(text.replace(/^\uFEFF/, '').trim());
  const parsed = v.safeParse(voteReceiptSchema, tidy.startsWith('{') ? fromJson(tidy) : fromCode(tidy.replace(/\s+/g, '')));
  return parsed.success ? parsed.output : undefined;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fromCode(text: string): unknown {
  const [begin, ballot, hour, index, origin, size, at, ...hashes] = decoded(text).split(',');
  if (begin !== form) return undefined;
  const [root, signature, commitment, ...path] = hashes.map(plain);
  return { ballot, hour, commitment, index: Number(index), head: { origin, size: Number(size), root, at, signature }, path };
}

/** Some programs write the commas of an address as `%2C`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
