import * as v from 'valibot';
import { base64Schema, bytesOf, toBase64 } from './base64.js';
import { hashSchema } from './hash.js';
import type { OpenedLogKey } from './log-key.js';

const signatureLength = 64;

/** The name of a log, unlike that of any other: a host and a path, `partecipa.comune.example/log/aria`. */
export const originSchema = v.pipe(v.string(), v.maxLength(255), v.regex(/^[\w.:/~-]+$/));

/** What a log says of itself at one moment. */
export const treeHeadSchema = v.object({
  origin: originSchema,
  /** How many entries it has. */
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  root: hashSchema,
  /** When it said so. An instant in the form of `toISOString`, since the signature covers its letters. */
  at: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    v.check(value => !Number.isNaN(Date.parse(value))),
  ),
});

export type TreeHead = v.InferOutput<typeof treeHeadSchema>;

/** A tree head that the log can no longer deny. */
export const signedTreeHeadSchema = v.object({
  ...treeHeadSchema.entries,
  /** ECDSA over P-256 and SHA-256, both numbers one after the other (IEEE P1363). */
  signature: base64Schema(signatureLength),
});

export type SignedTreeHead = v.InferOutput<typeof signedTreeHeadSchema>;

/** Who may speak for a log. */
export interface LogIdentity {
  readonly origin: string;
  /** All keys the log ever signed with, since a receipt outlives a key. */
  readonly keys: readonly OpenedLogKey[];
}

const algorithm = { name: 'ECDSA', hash: 'SHA-256' };

/**
 * The bytes that are signed: the text of a C2SP checkpoint (origin, size, root, each on a line of its own), with the instant as its fourth
 * line. No part can hold the end of a line, so two heads never have the same bytes.
 *
 * @throws ValiError when the head is not one.
 */
export function treeHeadBytes(head: TreeHead): Uint8Array<ArrayBuffer> {
  const { origin, size, root, at } = v.parse(treeHeadSchema, head);
  return Uint8Array.from(new TextEncoder().encode(`${origin}\n${size}\n${root}\n${at}\n`));
}

/** Signs a tree head, for a log that has its key in WebCrypto. */
export async function signTreeHead(head: TreeHead, privateKey: OpenedLogKey): Promise<SignedTreeHead> {
  const { origin, size, root, at } = head;
  const signature = await crypto.subtle.sign(algorithm, privateKey, treeHeadBytes(head));
  return { origin, size, root, at, signature: toBase64(new Uint8Array(signature)) };
}

/** Whether this log signed this head. A head of another log is not its own, even under the same key. */
export async function isSignedBy(head: SignedTreeHead, { origin, keys }: LogIdentity): Promise<boolean> {
  if (head.origin !== origin) return false;
  const signature = Uint8Array.from(bytesOf(head.signature));
  const bytes = treeHeadBytes(head);
  for (const key of keys) if (await crypto.subtle.verify(algorithm, key, signature, bytes)) return true;
  return false;
}
