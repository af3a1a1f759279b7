/** Chance that is the same in each run: a linear congruential generator, good enough to try many small cases. */
export class Chance {
  constructor(private _state: number) {}

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    this._state = (Math.imul(this._state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this._state / 2 ** 32) * end);
  }

  oneOf<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const result = [...items];
    for (let at = result.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      const [one, two] = [result[at], result[other]];
      if (one !== undefined && two !== undefined) [result[at], result[other]] = [two, one];
    }
    return result;
  }
}
