import type { LitElement } from 'lit';
import type { FocusController } from '../../controllers/focus.js';
import type { HeldPlaceController } from '../../controllers/held-place.js';
import type { StatusController } from '../../controllers/status.js';
import type { Words } from '../../i18n/words.js';
import { sectionLength, type FoundResults } from './observation-list.state.js';
import type { ResultReader } from './result-reader.js';

export interface WayMeans {
  focus: FocusController;
  status: StatusController;
  place: HeldPlaceController;
  pages: ResultReader;
  found: () => FoundResults | undefined;
}

/** The ways through a list that is longer than what is shown: to the next page, to one of them, to all of it. */
export class ListWay {
  /** Sections that somebody was led into. */
  reached: ReadonlySet<number> = new Set();
  /** Whether all pages are being read. */
  busy = false;

  constructor(
    private readonly _host: LitElement,
    private readonly _means: WayMeans,
  ) {}

  /** There are other results. */
  reset(): void {
    this.reached = new Set();
  }

  /** Somebody is led into a section: it has to be drawn, and its height to be true. */
  reach(section: number): void {
    this.reached = new Set([...this.reached, section]);
    this._host.requestUpdate();
  }

  /** Brings the next page, and leads to where it begins. */
  async more(): Promise<void> {
    const { pages, found } = this._means;
    const next = found()?.sections.length ?? 0;
    if (found()?.more === 'loading' || !(await pages.upTo((next + 1) * sectionLength))) return;
    this._lead(next);
  }

  /** Brings all pages. */
  async all({ t, formats }: Words): Promise<void> {
    const { pages, found, focus, status } = this._means;
    const results = found();
    if (this.busy || !results) return;
    const total = formats.number(results.total);
    this._setBusy(true);
    const all = await pages.upTo(Infinity, here => {
      status.say(t('observation-list.loaded-parts', { here: formats.number(here), total }));
    });
    this._setBusy(false);
    if (!all) return;
    status.say(t('observation-list.loaded-all'));
    // The button has done what it can, and goes.
    focus.next('#results-title');
  }

  /** Leads to a page, and brings what stands before it. @param section - From 0. */
  async open(section: number): Promise<void> {
    await this._means.pages.upTo((section + 1) * sectionLength);
    if (this._means.found()?.sections[section]) this._lead(section);
  }

  private _lead(section: number): void {
    const mark = `#p${String(section + 1)}`;
    this.reach(section);
    this._means.focus.next(mark, true);
    this._means.place.hold(mark);
  }

  private _setBusy(busy: boolean): void {
    this.busy = busy;
    this._host.requestUpdate();
  }
}
