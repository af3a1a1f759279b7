/** What an entry costs beside its key and its value, in bytes. */
const overhead = 500;

interface Entry<Value> {
  readonly value: Value;
  bytes: number;
}

/**
 * Keeps what was used last, up to a number of bytes: whoever asks for ever new things pushes out what nobody asks for, and fills no
 * memory.
 */
export class Bounded<Value> {
  private readonly _entries = new Map<string, Entry<Value>>();
  private _bytes = 0;

  /** @param _most - Bytes that all entries may have together. */
  constructor(private readonly _most: number) {}

  /** Bytes that all entries have together. */
  get bytes(): number {
    return this._bytes;
  }

  get(key: string): Value | undefined {
    const entry = this._entries.get(key);
    if (!entry) return undefined;
    // A map goes through its entries as they were put in, so the one that was used last stands last.
    this._entries.delete(key);
    this._entries.set(key, entry);
    return entry.value;
  }

  /** @param bytes - Of the value; those of the key are counted here. */
  set(key: string, value: Value, bytes: number): void {
    this.delete(key);
    // A sign takes two bytes at most.
    const entry = { value, bytes: bytes + 2 * key.length + overhead };
    this._entries.set(key, entry);
    this._bytes += entry.bytes;
    this._makeRoom();
  }

  /** Counts what was added to a value later. A value that is not kept any longer costs nothing. */
  grow(key: string, value: Value, bytes: number): void {
    const entry = this._entries.get(key);
    if (entry?.value !== value) return;
    entry.bytes += bytes;
    this._bytes += bytes;
    this._makeRoom();
  }

  delete(key: string): void {
    this._bytes -= this._entries.get(key)?.bytes ?? 0;
    this._entries.delete(key);
  }

  clear(): void {
    this._entries.clear();
    this._bytes = 0;
  }

  private _makeRoom(): void {
    for (const key of this._entries.keys()) {
      if (this._bytes <= this._most) return;
      this.delete(key);
    }
  }
}
