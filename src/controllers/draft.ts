import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageWide } from '../internal/page-wide.js';

/** How long a draft stays on the device when a person wants that, in milliseconds: libraries and hubs have shared computers. */
export const deviceTime = 7 * 24 * 60 * 60 * 1000;

/** What a widget has to say about its draft. */
export interface Drafting {
  /** What the draft is called, the same after a reload; nothing while there is nothing to keep. */
  name: () => string | undefined;
  /** `page`: in memory, for pages of others, whose scripts can read the storage. `tab`: also through a reload, on the city's own origin. */
  place: () => 'page' | 'tab';
  /** The same draft was changed in another tab of this browser. */
  onElsewhere: (value: unknown) => void;
}

/** A draft as it lies in a storage. */
interface Stored {
  readonly value: unknown;
  /** When it is thrown away, by this computer's clock. */
  readonly until?: number | undefined;
}

/** Writing into the storage takes a moment; one writes when the person pauses. In milliseconds. */
const pause = 250;

/**
 * Keeps what a person types: in memory on a page of somebody else, for the life of the tab on the city's own pages, and on the device only
 * when the person says so, with an expiry. A storage that is closed is no error: the draft then lives as long as the page.
 */
export class DraftController implements ReactiveController {
  /** Until when the draft stays on this device; nothing when the person did not ask for that. */
  until: Date | undefined;
  /** Whether the draft lasts through a reload. */
  lasting = false;
  private _waiting: { name: string; value: unknown } | undefined;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _channel: BroadcastChannel | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly _drafting: Drafting,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this._flush);
    document.addEventListener('visibilitychange', this._flush);
  }

  hostDisconnected(): void {
    this._flush();
    removeEventListener('pagehide', this._flush);
    document.removeEventListener('visibilitychange', this._flush);
    this._channel?.close();
    this._channel = undefined;
  }

  /** What was kept, as it was written; the widget looks at each part before it uses it. */
  read(): unknown {
    const key = this._key;
    if (key === undefined) return undefined;
    this._listen();
    if (this._waiting?.name === key) return this._waiting.value;
    if (this._drafting.place() === 'page') return inMemory().get(key);
    const ofTab = stored('sessionStorage', key);
    const ofDevice = stored('localStorage', key);
    this.until = ofDevice?.until === undefined ? undefined : new Date(ofDevice.until);
    this.lasting = ofTab !== undefined || canStore();
    return (ofTab ?? ofDevice)?.value ?? inMemory().get(key);
  }

  /** Keeps a draft, a moment later. */
  write(value: unknown): void {
    const key = this._key;
    if (key === undefined) return;
    if (this._waiting && this._waiting.name !== key) this._flush();
    this._waiting = { name: key, value };
    clearTimeout(this._timer);
    this._timer = setTimeout(this._flush, pause);
  }

  /**
   * Keeps the draft on the device from now on, or takes it away from there.
   *
   * @param value - The draft as it is now.
   */
  keepOnDevice(keep: boolean, value: unknown): void {
    this.until = keep ? new Date(Date.now() + deviceTime) : undefined;
    const key = this._key;
    if (!keep && key !== undefined) remove('localStorage', key);
    this.write(value);
    this._flush();
  }

  /** Throws the draft away, wherever it is. */
  forget(): void {
    const key = this._key;
    clearTimeout(this._timer);
    this._waiting = undefined;
    this.until = undefined;
    if (key === undefined) return;
    inMemory().delete(key);
    remove('sessionStorage', key);
    remove('localStorage', key);
  }

  private get _key(): string | undefined {
    const name = this._drafting.name();
    return name === undefined ? undefined : `portico:draft:${name}`;
  }

  private readonly _flush = (): void => {
    clearTimeout(this._timer);
    const waiting = this._waiting;
    this._waiting = undefined;
    if (!waiting) return;
    const { name, value } = waiting;
    if (this._drafting.place() === 'page') {
      inMemory().set(name, value);
      return;
    }
    this.lasting = store('sessionStorage', name, { value });
    if (this.until) store('localStorage', name, { value, until: this.until.getTime() });
    if (!this.lasting) inMemory().set(name, value);
    this._channel?.postMessage({ name, value });
  };

  /** Two tabs can hold the same draft, since a browser copies a tab with all that it stored. */
  private _listen(): void {
    if (this._channel || this._drafting.place() === 'page' || typeof BroadcastChannel === 'undefined') return;
    this._channel = new BroadcastChannel('portico:drafts');
    this._channel.onmessage = ({ data }: MessageEvent<{ name: string; value: unknown }>) => {
      if (data.name === this._key) this._drafting.onElsewhere(data.value);
    };
  }
}

const inMemory = (): Map<string, unknown> => pageWide('drafts', () => new Map<string, unknown>());

type StorageName = 'sessionStorage' | 'localStorage';

/** What lies in a storage; nothing when it is closed, expired, or no JSON. */
function stored(storage: StorageName, key: string): Stored | undefined {
  try {
    const found = JSON.parse(window[storage].getItem(key) ?? 'null') as Stored | null;
    if (!found || typeof found !== 'object') return undefined;
    if (storage === 'localStorage' && !((found.until ?? 0) > Date.now())) {
      remove(storage, key);
      return undefined;
    }
    return found;
  } catch {
    return undefined;
  }
}

function store(storage: StorageName, key: string, value: Stored): boolean {
  try {
    window[storage].setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function remove(storage: StorageName, key: string): void {
  try {
    window[storage].removeItem(key);
  } catch {
    // What cannot be reached was never put there.
  }
}

function canStore(): boolean {
  const probe = 'portico:probe';
  const can = store('sessionStorage', probe, { value: 0 });
  if (can) remove('sessionStorage', probe);
  return can;
}
