import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/words.js';
import { wordChanges, type WordChange } from '../model/word-diff.js';
import { badge } from './badge.js';
import { heading } from './heading.js';
import { isForeign, language } from './spoken.js';

/** One part of a text that differs between two versions. */
export interface PartChange {
  /** What the part is called. */
  readonly name: unknown;
  /** Its lines before and after; one of them is absent when the part was added or removed. */
  readonly before?: readonly string[] | undefined;
  readonly after?: readonly string[] | undefined;
  /** The language that the lines are in. */
  readonly lang: string;
  /** Words of ours with which a line of the city may begin. */
  readonly labels?: readonly string[];
}

/** Stretches that did not change are cut to this many letters on each side of a change. */
const contextLength = 160;

/** What changed in one part, word by word. */
export function wordChangesIn({ name, before, after, lang, labels }: PartChange, words: Words, level: number): TemplateResult {
  const { t, locale } = words;
  const whole = before ? (after ? undefined : t('common.compare.removed-part')) : t('common.compare.added-part');
  const changes = wordChanges((before ?? []).join('\n'), (after ?? []).join('\n'), lang);
  const own = new OwnWords(words, isForeign(lang, locale) ? locale : undefined, labels ?? []);
  const marks = language(lang, locale);
  return html`
    <section class="change">
      <div class="change-head">
        ${heading(level, name)} ${whole === undefined ? nothing : badge(before ? 'warning' : 'success', whole)}
      </div>
      <p class="difference" lang=${marks.lang} dir=${marks.dir}>
        <span class="difference-words"
          >${changes.map((change, index) => stretch(change, index === 0, index === changes.length - 1, own))}</span
        >
      </p>
    </section>
  `;
}

/** Our words among those of the city, marked with their language where that is another. */
class OwnWords {
  constructor(
    readonly words: Words,
    private readonly _lang: string | undefined,
    private readonly _labels: readonly string[],
  ) {}

  /** What happened to the words that follow, for those who do not see it. */
  said(word: string): TemplateResult {
    return html`<span class="visually-hidden" lang=${this._lang ?? nothing}>${word}: </span>`;
  }

  /** A text of which lines may begin with one of our labels. */
  within(text: string): unknown {
    if (this._lang === undefined || this._labels.length === 0) return text;
    return text.split('\n').map((line, index) => {
      const label = this._labels.find(each => line.startsWith(each)) ?? '';
      const marked = label === '' ? nothing : html`<span lang=${this._lang}>${label}</span>`;
      return html`${index === 0 ? nothing : '\n'}${marked}${line.slice(label.length)}`;
    });
  }
}

function stretch({ type, text }: WordChange, first: boolean, last: boolean, own: OwnWords): TemplateResult {
  const { t } = own.words;
  switch (type) {
    case 'added':
      return html`<ins>${own.said(t('common.compare.added'))}${own.within(text)}</ins>`;
    case 'removed':
      return html`<del>${own.said(t('common.compare.removed'))}${own.within(text)}</del>`;
    case 'same':
      return html`${own.within(shortened(text, first, last))}`;
  }
}

/** What stayed is only there to find one's place. */
function shortened(text: string, first: boolean, last: boolean): string {
  const head = first ? 0 : contextLength;
  const tail = last ? 0 : contextLength;
  if (text.length <= head + tail + contextLength) return text;
  return `${text.slice(0, head)}${first ? '' : ' '}[…]${last ? '' : ' '}${tail === 0 ? '' : text.slice(-tail)}`;
}
