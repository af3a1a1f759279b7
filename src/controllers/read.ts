import { initialState, Task, TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asBackendError, isAbort, type BackendError } from '../backend/errors.js';

export interface Read<Args extends readonly unknown[], Value> {
  /** What the read depends on; it runs again when one of them changes. Nothing: there is nothing to read yet. */
  args: () => Args | undefined;
  read: (args: Args, signal: AbortSignal) => Promise<Value>;
  onValue: (value: Value) => void;
  onError: (error: BackendError) => void;
  /** Calls back when what was read may have changed; returns a function that ends it. */
  watch?: (args: Args, onChange: () => void) => (() => void) | undefined;
}

/** Failures that may be over when the network is back. */
const passing: readonly string[] = ['offline', 'timeout', 'unavailable'];

/**
 * One read of a backend, as a task that is given up when the widget leaves the page, taken up when it comes back, and tried again when
 * the network returns. An answer that comes after it was given up reaches nobody.
 */
export class ReadController<Args extends readonly unknown[], Value> implements ReactiveController {
  private readonly _task: Task<[string, ...unknown[]], Value>;
  private _interrupted = false;
  private _retryOnline = false;
  private _endWatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, read: Read<Args, Value>) {
    this._task = new Task<[string, ...unknown[]], Value>(host, {
      args: () => {
        const args = read.args();
        return args ? ['read', ...args] : ['wait'];
      },
      task: async ([what, ...rest], { signal }) => {
        this._retryOnline = false;
        this._unwatch();
        if (what === 'wait') return initialState;
        const args = rest as unknown as Args;
        this._endWatch = read.watch?.(args, () => this.run());
        const value = await read.read(args, signal);
        signal.throwIfAborted();
        return value;
      },
      onComplete: value => {
        read.onValue(value);
      },
      onError: thrown => {
        if (isAbort(thrown)) return;
        const error = asBackendError(thrown);
        this._retryOnline = passing.includes(error.reason);
        read.onError(error);
      },
    });
    host.addController(this);
  }

  get pending(): boolean {
    return this._task.status === TaskStatus.PENDING;
  }

  hostConnected(): void {
    addEventListener('online', this._onOnline);
    if (this._interrupted) this.run();
    this._interrupted = false;
  }

  hostDisconnected(): void {
    removeEventListener('online', this._onOnline);
    // What is watched may change while the widget is away, so it is read again when it comes back.
    this._interrupted = this.pending || this._endWatch !== undefined;
    this._unwatch();
    this._task.abort();
  }

  /** Reads again. */
  run(): void {
    void this._task.run();
  }

  private _unwatch(): void {
    this._endWatch?.();
    this._endWatch = undefined;
  }

  private readonly _onOnline = (): void => {
    if (this._retryOnline) this.run();
  };
}
