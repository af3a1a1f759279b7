import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { addStyles } from '../../internal/add-styles.js';
import type { Words } from '../../i18n/words.js';

import { wordChangesIn } from '../../parts/word-changes.js';
import { differenceStyles } from './difference.styles.js';

/** A longer text is compared when the person pauses for longer, in milliseconds for each thousand letters. */
const pausePerThousand = 60;
const shortestPause = 350;

/** How a wording would read, word by word, as it will be read by those who decide. It is worked out when the person pauses. */
export class Difference {
  private _shown: { before: string; after: string; drawn: TemplateResult } | undefined;
  private _timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly _host: LitElement) {
    addStyles(_host, [differenceStyles]);
  }

  /** @param now - Whether it has to be right at once, since nobody is typing. */
  render(
    before: string,
    after: string,
    lang: string,
    { words, level, now }: { words: Words; level: number; now: boolean },
  ): unknown {
    const current = this._shown?.before === before && this._shown.after === after;
    if (!current && now) this._work(before, after, lang, words, level);
    else if (!current) this._later(before, after, lang, words, level);
    return this._shown ? html`<div class="as-read">${this._shown.drawn}</div>` : nothing;
  }

  private _later(...[before, after, ...rest]: Parameters<Difference['_work']>): void {
    clearTimeout(this._timer);
    const pause = Math.max(shortestPause, ((before.length + after.length) / 1000) * pausePerThousand);
    this._timer = setTimeout(() => {
      this._work(before, after, ...rest);
      this._host.requestUpdate();
    }, pause);
  }

  private _work(before: string, after: string, lang: string, words: Words, level: number): void {
    clearTimeout(this._timer);
    const name = words.t('observation-form.difference');
    const change = { name, before: before.split('\n'), after: after.split('\n'), lang };
    this._shown = { before, after, drawn: wordChangesIn(change, words, level) };
  }
}
