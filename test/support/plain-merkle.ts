/**
 * The tree of RFC 9162, section 2.1, written down as its definitions are: slow, and with nothing in common with the code it is held
 * against. Entries are lists of bytes; hashes are hexadecimal, so that two can be compared as texts.
 */
export interface PlainMerkle {
  /** MTH(D[n]) of the first entries. */
  head(size: number): Promise<string>;
  /** PATH(m, D[n]). */
  path(index: number, size: number): Promise<string[]>;
  /** PROOF(m, D[n]). */
  proof(older: number, newer: number): Promise<string[]>;
}

export function plainMerkle(entries: readonly (readonly number[])[]): PlainMerkle {
  const known = new Map<string, Promise<number[]>>();

  const mth = (start: number, end: number): Promise<number[]> => {
    const key = `${start} ${end}`;
    const hash = known.get(key) ?? compute(start, end);
    known.set(key, hash);
    return hash;
  };
  const compute = async (start: number, end: number): Promise<number[]> => {
    if (start === end) return sha256([]);
    if (end - start === 1) return sha256([0, ...(entries[start] ?? [])]);
    const middle = start + split(end - start);
    return sha256([1, ...(await mth(start, middle)), ...(await mth(middle, end))]);
  };
  const path = async (m: number, start: number, end: number): Promise<number[][]> => {
    if (end - start === 1) return [];
    const k = split(end - start);
    return m < k
      ? [...(await path(m, start, start + k)), await mth(start + k, end)]
      : [...(await path(m - k, start + k, end)), await mth(start, start + k)];
  };
  const subproof = async (m: number, start: number, end: number, whole: boolean): Promise<number[][]> => {
    if (m === end - start) return whole ? [] : [await mth(start, end)];
    const k = split(end - start);
    return m <= k
      ? [...(await subproof(m, start, start + k, whole)), await mth(start + k, end)]
      : [...(await subproof(m - k, start + k, end, false)), await mth(start, start + k)];
  };

  return {
    head: async size => hex(await mth(0, size)),
    path: async (index, size) => (await path(index, 0, size)).map(hex),
    proof: async (older, newer) => (await subproof(older, 0, newer, true)).map(hex),
  };
}

export const hex = (bytes: Iterable<number>): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

export const bytes = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], pair => parseInt(pair, 16));

/** What stands at a place of a list; a place that is not there is a fault of the test. */
export function nth<Item>(list: readonly Item[], place: number): Item {
  const item = list[place];
  if (item === undefined) throw new RangeError(`Nothing at ${place}`);
  return item;
}

/** Each copy of the bytes that differs from them in one bit. */
export function* flips(original: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < original.length * 8; bit += 1)
    yield original.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
}

/** Entries that are all different, with lengths from nothing up. */
export const someEntries = (count: number): number[][] =>
  Array.from({ length: count }, (_, at) =>
    Array.from({ length: at % 9 }, (_byte, place) => (at * 31 + place * 7) % 256).concat(at),
  );

const split = (size: number): number => {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
};

const sha256 = async (content: readonly number[]): Promise<number[]> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(content))));
