import { untilAborted } from './until-aborted.js';

/** Reads under way, by address. The same read asked for twice at once is one request, given up when nobody waits for it any more. */
export class SharedReads {
  private readonly _underWay = new Map<string, { answer: Promise<unknown>; waiting: number; abort: AbortController }>();

  async read(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<unknown>): Promise<unknown> {
    signal?.throwIfAborted();
    const read = this._underWay.get(key) ?? this._start(key, start);
    read.waiting += 1;
    try {
      return await untilAborted(read.answer, signal);
    } finally {
      read.waiting -= 1;
      if (read.waiting === 0 && this._underWay.get(key) === read) {
        this._underWay.delete(key);
        read.abort.abort();
      }
    }
  }

  private _start(key: string, start: (signal: AbortSignal) => Promise<unknown>) {
    const abort = new AbortController();
    const read = { answer: start(abort.signal), waiting: 0, abort };
    // A failure that nobody waits for any more is nobody's business.
    read.answer.catch(() => undefined);
    this._underWay.set(key, read);
    return read;
  }
}
