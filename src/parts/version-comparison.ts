import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Words } from '../i18n/words.js';
import { addStyles } from '../internal/add-styles.js';
import { heading } from './heading.js';
import { versionComparisonStyles } from './version-comparison.styles.js';
import { wordChangesIn, type PartChange } from './word-changes.js';

type Progress<Version> =
  | { type: 'idle' }
  | { type: 'loading' }
  | { type: 'same-number' }
  | { type: 'failed' }
  | { type: 'done'; from: Version; to: Version };

export interface ComparisonMeans<Version> {
  /** Moves focus to what was asked for. */
  focus: { next(selector: string): void };
  /** Says what happens. */
  status: { say(message: string): void };
  /** Reads one version. */
  load: (version: number) => Promise<Version>;
}

export interface ComparisonView<Version> {
  readonly words: Words;
  /** Level of the heading of the comparison. */
  readonly level: number;
  /** The numbers of all versions, the oldest first. */
  readonly numbers: readonly number[];
  /** The version that is being read. */
  readonly shown: number;
  readonly changes: (from: Version, to: Version) => readonly PartChange[];
}

/** The choice of two versions of a text, and what changed between them, word by word. Whoever uses it loads it on demand. */
export class VersionComparison<Version> {
  private _from: number | undefined;
  private _to: number | undefined;
  private _progress: Progress<Version> = { type: 'idle' };

  constructor(
    private readonly _host: LitElement,
    private readonly _means: ComparisonMeans<Version>,
  ) {
    addStyles(_host, [versionComparisonStyles]);
  }

  render(view: ComparisonView<Version>): TemplateResult {
    const { words, level, numbers, shown } = view;
    const to = this._to ?? shown;
    const from = this._from ?? numbers.findLast(number => number < to) ?? numbers.find(number => number !== to) ?? to;
    const { t } = words;
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      void this._compare(from, to, words);
    };
    return html`
      <form class="comparison" @submit=${onSubmit}>
        ${heading(level, t('common.compare.title'), { id: 'compare' })}
        <div class="choices">
          ${select('compare-from', t('common.compare.from'), numbers, from, number => {
            this._from = number;
            this._host.requestUpdate();
          })}
          ${select('compare-to', t('common.compare.to'), numbers, to, number => {
            this._to = number;
            this._host.requestUpdate();
          })}
          <button class="button" type="submit">${t('common.compare.show')}</button>
        </div>
      </form>
      <div class="changes">${this._renderResult(view)}</div>
    `;
  }

  private async _compare(from: number, to: number, { t }: Words): Promise<void> {
    this._from = from;
    this._to = to;
    if (from === to) {
      this._show({ type: 'same-number' }, t('common.compare.same-number'));
      return;
    }
    this._show({ type: 'loading' }, t('common.compare.loading'));
    try {
      const [before, after] = await Promise.all([this._means.load(from), this._means.load(to)]);
      // Somebody may have asked for another pair meanwhile.
      if (this._from !== from || this._to !== to) return;
      this._show({ type: 'done', from: before, to: after }, '');
      this._means.focus.next('#compare-result');
    } catch {
      this._show({ type: 'failed' }, t('common.compare.failed'));
    }
  }

  private _show(progress: Progress<Version>, message: string): void {
    this._progress = progress;
    this._means.status.say(message);
    this._host.requestUpdate();
  }

  private _renderResult({ words, level, changes }: ComparisonView<Version>): unknown {
    const { t } = words;
    switch (this._progress.type) {
      case 'idle':
        return nothing;
      case 'loading':
        return html`<p class="muted">${t('common.compare.loading')}</p>`;
      case 'same-number':
        return html`<p>${t('common.compare.same-number')}</p>`;
      case 'failed':
        return html`<p class="field-error">${t('common.compare.failed')}</p>`;
      case 'done': {
        const found = changes(this._progress.from, this._progress.to);
        const count = found.length;
        return html`
          <p id="compare-result" tabindex="-1">
            ${count === 0 ? t('common.compare.same') : t('common.compare.found', { count })}
          </p>
          ${found.map(change => wordChangesIn(change, words, level + 1))}
        `;
      }
    }
  }
}

function select(
  id: string,
  label: string,
  numbers: readonly number[],
  chosen: number,
  choose: (number: number) => void,
): TemplateResult {
  const onChange = (event: Event): void => choose(Number((event.currentTarget as HTMLSelectElement).value));
  return html`
    <p class="field">
      <label for=${id}>${label}</label>
      <select id=${id} @change=${onChange}>
        ${numbers.map(number => html`<option value=${number} .selected=${number === chosen}>${number}</option>`)}
      </select>
    </p>
  `;
}
