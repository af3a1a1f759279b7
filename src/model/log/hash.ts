import type * as v from 'valibot';
import { base64Schema } from './base64.js';

/** Bytes of a SHA-256. */
export const hashLength = 32;

/** A hash as it travels. */
export const hashSchema: v.GenericSchema<string> = base64Schema(hashLength);

// RFC 9162, section 2.1.1: with different first bytes no node can be passed off as a leaf, nor a leaf as a node.
const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

export async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** The hash of an entry, with which it becomes a leaf of the tree. */
export function leafHash(entry: Uint8Array): Promise<Uint8Array> {
  return sha256(leafPrefix, entry);
}

/** The hash of what lies above two neighbouring subtrees. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  return sha256(nodePrefix, left, right);
}

/** The root of a log without entries. */
export function emptyRoot(): Promise<Uint8Array> {
  return sha256();
}

/** Whether two hashes are the same. They are public, so the time that this takes may be known. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

export function isHash(bytes: Uint8Array): boolean {
  return bytes.length === hashLength;
}
