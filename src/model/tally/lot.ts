import { sha256 } from '../log/hash.js';

/**
 * The order in which a lot puts options: by SHA-256 of the seed, a zero byte and the id, in UTF-8, the smallest first. Whoever knows the
 * seed and the ids draws the same.
 *
 * @param seed - Public, and fixed before the first vote.
 */
export async function drawLots(seed: string, ids: readonly string[]): Promise<string[]> {
  const encoder = new TextEncoder();
  const drawn = await Promise.all(
    ids.map(async id => ({ id, hash: await sha256(encoder.encode(seed), Uint8Array.of(0), encoder.encode(id)) })),
  );
  return drawn.sort((one, other) => compare(one.hash, other.hash)).map(({ id }) => id);
}

function compare(one: Uint8Array, other: Uint8Array): number {
  for (const [at, byte] of one.entries()) {
    const difference = byte - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
