import * as v from 'valibot';
import type { DraftController } from '../../controllers/draft.js';
import { randomId } from '../../internal/random-id.js';
import { isWritten, keptRecordSchema, subjectKey, type Entry, type Kept, type KeptRecord } from './entry.js';
import { stepOf, type ReadyState } from './observation-form.state.js';

/** The drafts of one process: one for each thing that somebody began to write on, so that none is lost to another. */
export class KeptDrafts {
  /** Names the draft that is open, and its submission. */
  id = randomId();
  /** The person is on the way to the sign-in. */
  leaving = false;
  /** What was sent without an answer, and may have arrived. */
  tried: unknown;
  private _key = '';
  private _receipt: unknown;

  constructor(private readonly _controller: DraftController) {}

  /** Where the draft is kept: in this page, in this tab, or on the device until a moment. */
  get place(): 'page' | 'tab' | Date {
    return this._controller.until ?? (this._controller.lasting ? 'tab' : 'page');
  }

  /**
   * Opens the draft for something, or the one that was open last.
   *
   * @param subject - Left out: whatever was open last, else a draft for `otherwise`.
   */
  open(
    subject: Pick<Entry, 'document' | 'passage'> | undefined,
    otherwise: Pick<Entry, 'document' | 'passage'>,
  ): Kept | undefined {
    const record = this._read();
    this._key = subject ? subjectKey(subject) : lastOn(record, subjectKey(otherwise));
    const kept = record && Object.hasOwn(record.drafts, this._key) ? record.drafts[this._key] : undefined;
    this.id = kept?.id ?? randomId();
    this._receipt = kept?.receipt;
    this.tried = kept?.tried;
    this.leaving = false;
    return kept;
  }

  keep(ready: ReadyState): void {
    this._write(drafts => ({ ...drafts, [this._key]: this._kept(ready) }));
  }

  /** What was sent is no draft any more. What came back stays in the tab, for a reload, and nowhere else. */
  done(ready: ReadyState, receipt: unknown): void {
    this._receipt = receipt;
    this.tried = undefined;
    this._controller.keepOnDevice(false, {
      current: this._key,
      drafts: { ...this._read()?.drafts, [this._key]: this._kept(ready) },
    });
  }

  keepOnDevice(keep: boolean, ready: ReadyState): void {
    this._controller.keepOnDevice(keep, {
      current: this._key,
      drafts: { ...this._read()?.drafts, [this._key]: this._kept(ready) },
    });
  }

  /** Throws the open draft away. The next one is another. */
  forget(): void {
    const others = Object.entries(this._read()?.drafts ?? {}).filter(([key, { entry }]) => key !== this._key && isWritten(entry));
    const onDevice = this._controller.until !== undefined;
    this._controller.forget();
    this.renew();
    if (others.length === 0) return;
    const left: KeptRecord = { current: others[0]?.[0] ?? '', drafts: Object.fromEntries(others) };
    this._controller.keepOnDevice(onDevice, left);
  }

  /** Another draft takes the place of this one, which stays beside it. */
  setAside(kept: Kept): Kept {
    this._write(drafts => ({ ...drafts, [`${this._key}#${kept.id}`]: kept }));
    return kept;
  }

  /** What follows is a submission of its own. */
  renew(): void {
    this.id = randomId();
    this.tried = undefined;
    this._receipt = undefined;
  }

  /** The same draft as another tab holds it; nothing when theirs is another one. */
  same(value: unknown): Kept | undefined {
    const parsed = v.safeParse(keptRecordSchema, value);
    return parsed.success ? Object.values(parsed.output.drafts).find(({ id }) => id === this.id) : undefined;
  }

  private _kept(ready: ReadyState): Kept {
    return {
      id: this.id,
      entry: ready.entry,
      step: stepOf(ready),
      leaving: this.leaving,
      ...(ready.as !== undefined && { as: ready.as }),
      ...(this.tried !== undefined && { tried: this.tried }),
      ...(this._receipt !== undefined && { receipt: this._receipt }),
    };
  }

  private _read(): KeptRecord | undefined {
    const parsed = v.safeParse(keptRecordSchema, this._controller.read());
    return parsed.success ? parsed.output : undefined;
  }

  private _write(change: (drafts: KeptRecord['drafts']) => KeptRecord['drafts']): void {
    this._controller.write({ current: this._key, drafts: change(this._read()?.drafts ?? {}) });
  }
}

/** The draft that was open last, when it is on the same document or a passage of it; else the one on the document itself. */
function lastOn(record: KeptRecord | undefined, key: string): string {
  const current = record?.current;
  return current !== undefined && (current === key || current.startsWith(`${key}#`)) ? current : key;
}
