import * as v from 'valibot';

const coordinateSchema = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/** The public key of a log: a point on P-256 as a JSON Web Key (RFC 7518, section 6.2). All else in it is left out. */
export const logKeySchema = v.object({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: coordinateSchema,
  y: coordinateSchema,
});

export type LogKey = v.InferOutput<typeof logKeySchema>;

/** A public key that this browser or server has opened. */
export type OpenedLogKey = Parameters<typeof crypto.subtle.verify>[1];

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };

/**
 * Opens the public key of a log. WebKitGTK does not look whether the point lies on the curve; no signature of the log holds under one that
 * does not.
 *
 * @param key - A JSON Web Key, or the bytes of a SubjectPublicKeyInfo (what stands between the lines of a PEM file).
 * @throws When it is no public key for P-256.
 */
export async function openLogKey(key: LogKey | Uint8Array): Promise<OpenedLogKey> {
  if (key instanceof Uint8Array) return crypto.subtle.importKey('spki', Uint8Array.from(key), algorithm, true, ['verify']);
  return crypto.subtle.importKey('jwk', v.parse(logKeySchema, key), algorithm, true, ['verify']);
}
