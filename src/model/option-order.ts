/**
 * Options in an order that is chance, so that nobody gains by being the first for everybody, and that stays the same for the same seed: the
 * list must not jump between two visits. In which order they came does not matter.
 *
 * Fisher–Yates from the last place down, on the options sorted by id, with 32 bits for each place. The bits come from a counter that begins
 * at the FNV-1a hash of the seed in UTF-8, grows by 0x9e3779b9, and is mixed as MurmurHash3 mixes at its end. That is fair enough for an
 * order, and no secret: whatever has to be drawn so that nobody can foresee it is drawn by `tally/lot.ts`.
 *
 * @param seed - One for each person, which they keep until they have voted, for instance random letters in the storage of the browser.
 */
export function optionOrder<Option extends { readonly id: string }>(options: readonly Option[], seed: string): Option[] {
  const order = [...options].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  let counter = hash(seed);
  for (let last = order.length - 1; last > 0; last -= 1) {
    counter = (counter + 0x9e3779b9) >>> 0;
    const place = Math.floor((mixed(counter) / 2 ** 32) * (last + 1));
    const [one, other] = [order[last], order[place]];
    if (one && other) [order[last], order[place]] = [other, one];
  }
  return order;
}

/** FNV-1a with 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  return state >>> 0;
}

function mixed(bits: number): number {
  let state = bits;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
