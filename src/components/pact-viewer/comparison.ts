import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { FocusController } from '../../controllers/focus.js';
import type { StatusController } from '../../controllers/status.js';
import type { TextKey } from '../../i18n/texts.js';
import type { Words } from '../../i18n/words.js';
import { addStyles } from '../../internal/add-styles.js';
import { pactChanges, type PactChange, type PactPart } from '../../model/pact-changes.js';
import type { Pact, PactVersion } from '../../model/pact.js';
import { wordChanges, type WordChange } from '../../model/word-diff.js';
import { badge } from '../../parts/badge.js';
import { heading } from '../../parts/heading.js';
import { isForeign, language, spoken } from '../../parts/spoken.js';
import { comparisonStyles } from './comparison.styles.js';
import type { View } from './views/view.js';
import { rulesOf } from './views/who.js';

type Progress =
  | { type: 'idle' }
  | { type: 'loading' }
  | { type: 'same-number' }
  | { type: 'failed' }
  | { type: 'done'; from: PactVersion; to: PactVersion };

/** Stretches that did not change are cut to this many letters on each side of a change. */
const contextLength = 160;

const partTexts: Readonly<Record<Exclude<PactPart, 'section' | 'party'>, TextKey>> = {
  title: 'pact-viewer.compare.part.title',
  brief: 'pact-viewer.in-brief',
  decided: 'pact-viewer.decided',
  notDecided: 'pact-viewer.not-decided',
  eligibility: 'pact-viewer.who',
};

/** What changed between two versions, word by word. */
export class Comparison {
  private _from: number | undefined;
  private _to: number | undefined;
  private _progress: Progress = { type: 'idle' };

  /** @param _load - Reads one version of the pact. */
  constructor(
    private readonly _host: LitElement,
    private readonly _status: StatusController,
    private readonly _focus: FocusController,
    private readonly _load: (version: number) => Promise<Pact>,
  ) {
    addStyles(_host, [comparisonStyles]);
  }

  render(view: View): TemplateResult {
    const { words, pact, level } = view;
    const numbers = pact.versions.map(version => version.number);
    const to = this._to ?? pact.version.number;
    const from = this._from ?? numbers.findLast(number => number < to) ?? numbers.find(number => number !== to) ?? to;
    const { t } = words;
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      void this._compare(from, to, words);
    };
    return html`
      <form class="comparison" @submit=${onSubmit}>
        ${heading(level + 2, t('pact-viewer.compare.title'), { id: 'compare' })}
        <div class="choices">
          ${select('compare-from', t('pact-viewer.compare.from'), numbers, from, number => {
            this._from = number;
            this._host.requestUpdate();
          })}
          ${select('compare-to', t('pact-viewer.compare.to'), numbers, to, number => {
            this._to = number;
            this._host.requestUpdate();
          })}
          <button class="button" type="submit">${t('pact-viewer.compare.show')}</button>
        </div>
      </form>
      <div class="changes">${this._renderResult(view)}</div>
    `;
  }

  private async _compare(from: number, to: number, { t }: Words): Promise<void> {
    this._from = from;
    this._to = to;
    if (from === to) {
      this._show({ type: 'same-number' }, t('pact-viewer.compare.same-number'));
      return;
    }
    this._show({ type: 'loading' }, t('pact-viewer.compare.loading'));
    try {
      const [before, after] = await Promise.all([this._load(from), this._load(to)]);
      // Somebody may have asked for another pair meanwhile.
      if (this._from !== from || this._to !== to) return;
      this._show({ type: 'done', from: before.version, to: after.version }, '');
      this._focus.next('#compare-result');
    } catch {
      this._show({ type: 'failed' }, t('pact-viewer.compare.failed'));
    }
  }

  private _show(progress: Progress, message?: string): void {
    this._progress = progress;
    if (message !== undefined) this._status.say(message);
    this._host.requestUpdate();
  }

  private _renderResult(view: View): unknown {
    const { t } = view.words;
    switch (this._progress.type) {
      case 'idle':
        return nothing;
      case 'loading':
        return html`<p class="muted">${t('pact-viewer.compare.loading')}</p>`;
      case 'same-number':
        return html`<p>${t('pact-viewer.compare.same-number')}</p>`;
      case 'failed':
        return html`<p class="field-error">${t('pact-viewer.compare.failed')}</p>`;
      case 'done':
        return this._renderChanges(view, this._progress.from, this._progress.to);
    }
  }

  private _renderChanges(view: View, from: PactVersion, to: PactVersion): TemplateResult {
    const { words, level } = view;
    const { t } = words;
    const found = pactChanges(from, to, {
      eligibility: rules => rulesOf(rules, words).map(([name, rule]) => `${name}: ${rule}`),
      gives: text => t('pact-viewer.compare.gives', { text }),
      gets: text => t('pact-viewer.compare.gets', { text }),
    });
    const summary = found.length === 0 ? t('pact-viewer.compare.same') : t('pact-viewer.compare.found', { count: found.length });
    return html`
      <p id="compare-result" tabindex="-1">${summary}</p>
      ${found.map(change => changeOf(change, words, level + 3, languagesOf(change, from, to, words)))}
    `;
  }
}

function select(id: string, label: string, numbers: readonly number[], chosen: number, choose: (number: number) => void) {
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

/** The languages that the heading and the compared words are in, since a city may have translated only one of them. */
interface Languages {
  readonly heading: string;
  readonly text: string;
}

function languagesOf({ part, id, heading: name }: PactChange, from: PactVersion, to: PactVersion, { locale }: Words): Languages {
  switch (part) {
    case 'section': {
      const section = [...to.sections, ...from.sections].find(each => each.id === id);
      return { heading: section?.title.lang ?? locale, text: section?.body.lang ?? locale };
    }
    case 'party': {
      const party = [...to.parties, ...from.parties].find(each => each.role.value === id && each.name.text === name);
      return { heading: party?.name.lang ?? locale, text: [...(party?.gives ?? []), ...(party?.gets ?? [])][0]?.lang ?? locale };
    }
    case 'title':
    case 'brief':
      return { heading: locale, text: to[part].lang };
    case 'decided':
    case 'notDecided':
      return { heading: locale, text: [...to[part], ...from[part]][0]?.lang ?? locale };
    default:
      return { heading: locale, text: locale };
  }
}

function changeOf({ part, heading: title, before, after }: PactChange, words: Words, level: number, langs: Languages) {
  const { t, locale } = words;
  const name =
    part === 'section' || part === 'party' ? spoken({ text: title ?? '', lang: langs.heading }, locale) : t(partTexts[part]);
  const whole = before ? (after ? undefined : t('pact-viewer.compare.removed-part')) : t('pact-viewer.compare.added-part');
  // A section begins with its title, which stands above; it is repeated only when it changed.
  const repeated = part === 'section' && (before?.[0] ?? title) === (after?.[0] ?? title) ? 1 : 0;
  const lines = (side: string[] | undefined): string => (side ?? []).slice(repeated).join('\n');
  const changes = wordChanges(lines(before), lines(after), langs.text);
  const { lang, dir } = language(langs.text, locale);
  const own = new OwnWords(words, isForeign(langs.text, locale) ? locale : undefined);
  return html`
    <section class="change">
      <div class="change-head">
        ${heading(level, name)} ${whole === undefined ? nothing : badge(before ? 'warning' : 'success', whole)}
      </div>
      <p class="difference" lang=${lang} dir=${dir}>
        ${changes.map((change, index) => stretch(change, index === 0, index === changes.length - 1, own))}
      </p>
    </section>
  `;
}

/** Our words among those of the city, marked with their language where that is another. */
class OwnWords {
  private readonly _labels: readonly string[];

  constructor(
    readonly words: Words,
    private readonly _lang: string | undefined,
  ) {
    const { t } = words;
    this._labels = [t('pact-viewer.compare.gives', { text: '' }), t('pact-viewer.compare.gets', { text: '' })];
  }

  /** What happened to the words that follow, for those who do not see it. */
  said(word: string): TemplateResult {
    return html`<span class="visually-hidden" lang=${this._lang ?? nothing}>${word}: </span>`;
  }

  /** A text of which lines may begin with 'gives' or 'gets'. */
  within(text: string): unknown {
    if (this._lang === undefined) return text;
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
      return html`<ins>${own.said(t('pact-viewer.compare.added'))}${own.within(text)}</ins>`;
    case 'removed':
      return html`<del>${own.said(t('pact-viewer.compare.removed'))}${own.within(text)}</del>`;
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
