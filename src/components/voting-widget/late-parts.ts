import type { Finish, FinishMeans } from './finish.js';
import type { Grading } from './grading.js';
import type { Results, ResultsMeans } from './results.js';
import type { VotingHost } from './voting-host.js';
import type { Weighing, WeighingMeans } from './weighing.js';

export type LateMeans = FinishMeans & ResultsMeans & WeighingMeans;

/** A part that comes later. */
type Part = 'finish' | 'weighing' | 'grading' | 'results';

const loaders = {
  finish: async (...given) => new (await import('./finish.js')).Finish(...given),
  weighing: async (...given) => new (await import('./weighing.js')).Weighing(...given),
  grading: async host => new (await import('./grading.js')).Grading(host),
  results: async (...given) => new (await import('./results.js')).Results(...given),
} satisfies Record<Part, (host: VotingHost, means: LateMeans) => Promise<unknown>>;

/** What only some need, or later: fetched when it is likely to be needed soon. */
export class LateParts {
  finish: Finish | undefined;
  weighing: Weighing | undefined;
  grading: Grading | undefined;
  results: Results | undefined;
  /** The connection was lost on the way. */
  failed = false;
  private _warmed = false;
  private readonly _asked = new Set<string>();

  constructor(
    private readonly _host: VotingHost,
    private readonly _means: LateMeans,
  ) {}

  /** Fetches a part unless it is there or on its way. What could not be fetched waits until somebody wants to try again. */
  need(part: Part): void {
    if (this._asked.has(part) || this.failed) return;
    this._asked.add(part);
    void this._load(part);
  }

  /** Fetches, while the person reads, how a vote is checked and cast: it has to be there when the network is not. */
  warm(): void {
    if (this._warmed) return;
    this._warmed = true;
    const then = (): void => {
      this.need('finish');
    };
    if (typeof requestIdleCallback === 'function') requestIdleCallback(then, { timeout: 3_000 });
    else setTimeout(then, 200);
  }

  retry(): void {
    this.failed = false;
    this._host.requestUpdate();
  }

  private async _load(part: Part): Promise<void> {
    try {
      Object.assign(this, { [part]: await loaders[part](this._host, this._means) });
    } catch {
      this.failed = true;
      this._asked.delete(part);
    }
    this._host.requestUpdate();
  }
}
