import { randomBytes } from 'node:crypto';

/** Crockford's alphabet: nothing that reads like something else over the telephone. 32 signs, so a byte chooses one evenly. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = [4, 4, 3];

/**
 * A number to quote: `PATTO-7K3M-Q9XT-4BH`. 55 bits of chance, so that no counter has to be shared between processes: among ten million
 * the odds that two are the same are about one in seven hundred, and a reference is looked up together with its process.
 */
export function newReference(prefix: string): string {
  return [prefix, ...groups.map(length => Array.from(randomBytes(length), byte => signs[byte % signs.length]).join(''))].join(
    '-',
  );
}
