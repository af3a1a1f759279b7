import type { StatusController } from '../../controllers/status.js';
import type { Attachments, AttachmentsMeans } from './attachments.js';
import type { Difference } from './difference.js';
import type { Step } from './entry.js';
import type { Finish, FinishMeans } from './finish.js';
import type { FormHost } from './form-host.js';
import type { PickerMeans, SentencePicker } from './sentence-picker.js';
import type { Similar, SimilarMeans } from './similar.js';
import type { behalf } from './views/behalf.js';
import type { Writing, WritingMeans } from './writing.js';

export type LateMeans = AttachmentsMeans &
  FinishMeans &
  PickerMeans &
  SimilarMeans & { readonly status: StatusController; readonly writing: () => WritingMeans };

/** When the browser has nothing else to do. */
const idle = (then: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(then, { timeout: 3_000 });
  else setTimeout(then, 200);
};

/** What the form needs later than its first step, or only for some. It is fetched when it is likely to be needed soon. */
export class LateParts {
  attachments: Attachments | undefined;
  difference: Difference | undefined;
  finish: Finish | undefined;
  picker: SentencePicker | undefined;
  similar: Similar | undefined;
  behalf: typeof behalf | undefined;
  writing: Writing | undefined;
  /** The connection was lost on the way. */
  failed = false;
  private _warmed = false;

  constructor(
    private readonly _host: FormHost,
    private readonly _means: LateMeans,
  ) {}

  /** Somebody wants to try again what could not be fetched. */
  retry(): void {
    this.failed = false;
    this._host.requestUpdate();
  }

  async loadFinish(): Promise<Finish | undefined> {
    if (!this.finish) {
      const chunk = await this._fetched(() => import('./finish.js'));
      this.finish ??= chunk && new chunk.Finish(this._host, this._means);
    }
    return this.finish;
  }

  async loadPicker(): Promise<SentencePicker | undefined> {
    if (!this.picker) {
      const chunk = await this._fetched(() => import('./sentence-picker.js'));
      this.picker ??= chunk && new chunk.SentencePicker(this._host, this._means);
    }
    return this.picker;
  }

  async loadDifference(): Promise<void> {
    const chunk = await this._fetched(() => import('./difference.js'));
    this.difference ??= chunk && new chunk.Difference(this._host);
  }

  /** Fetches what the form, and then its step, cannot do without. What could not be fetched waits until somebody wants to try again. */
  need(step: Step | undefined, withFiles: boolean): void {
    if (this.failed) return;
    if (!this.writing) void this._loadWriting();
    if (step === 'behalf' && !this.behalf) void this._loadBehalf();
    if (step === 'check' && !this.finish) void this.loadFinish();
    if (step === 'more' && withFiles && !this.attachments) void this._loadAttachments();
  }

  /**
   * Fetches, while the person reads or writes, what comes after: it has to be there when the network is not. The first use of a segmenter
   * takes a tenth of a second, which must not fall into a key stroke.
   *
   * @param lang - The language of the passage.
   */
  warm(lang: string, withFiles: boolean): void {
    if (this._warmed) return;
    this._warmed = true;
    idle(() => {
      void this.loadFinish();
      void this._loadSimilar();
      if (withFiles) void this._loadAttachments();
    });
    idle(() => {
      void this.loadDifference();
      for (const granularity of ['word', 'sentence'] as const)
        Array.from(new Intl.Segmenter(lang, { granularity }).segment('a b. C d.'));
    });
  }

  private async _loadWriting(): Promise<void> {
    const chunk = await this._fetched(() => import('./writing.js'));
    this.writing ??= chunk && new chunk.Writing(this._host, this._means.writing());
  }

  private async _loadAttachments(): Promise<void> {
    const chunk = await this._fetched(() => import('./attachments.js'));
    this.attachments ??= chunk && new chunk.Attachments(this._host, this._means);
  }

  private async _loadBehalf(): Promise<void> {
    this.behalf ??= (await this._fetched(() => import('./views/behalf.js')))?.behalf;
  }

  private async _loadSimilar(): Promise<void> {
    const chunk = await this._fetched(() => import('./similar.js'));
    this.similar ??= chunk && new chunk.Similar(this._host, this._means);
  }

  private async _fetched<Chunk>(load: () => Promise<Chunk>): Promise<Chunk | undefined> {
    try {
      const chunk = await load();
      this.failed = false;
      return chunk;
    } catch {
      this.failed = true;
      return undefined;
    } finally {
      this._host.requestUpdate();
    }
  }
}
