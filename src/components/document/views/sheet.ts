import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ContentsLine, Passage } from '../../../model/document.js';
import { heading } from '../../../parts/heading.js';
import { richText } from '../../../parts/richtext.js';
import { isForeign } from '../../../parts/spoken.js';
import { hasName, type Sheet } from '../document.state.js';
import { passageName, passageText } from './passage-name.js';
import type { Links, Observing, View } from './view.js';

export interface SheetView extends View {
  readonly sheet: Sheet;
  readonly index: number;
  /** Whether somebody was led into it: its height must then be true, or the place would slip away. */
  readonly reached: boolean;
  /** Whether its headings are there; before that it only keeps their place. */
  readonly drawn: boolean;
  readonly links: Links;
  /** Reads it; nothing where there is no backend to read it from. */
  readonly onLoad: (() => void) | undefined;
  readonly observing: Observing;
}

/** Fifty passages. The browser leaves out what is far away when it draws, and not when it searches or speaks. */
export function sheet(view: SheetView): TemplateResult {
  const { sheet: shown, words, level, reached, drawn, links, onLoad, observing } = view;
  const changing = [drawn, shown, words, level, links.possible, onLoad !== undefined, observing];
  return html`
    <div class="sheet ${shown.words.type} ${reached ? 'reached' : ''}" data-sheet=${view.index}>
      ${guard(changing, () => (drawn ? content(view) : nothing))}
    </div>
  `;
}

function content(view: SheetView): TemplateResult {
  const { first, lines } = view.sheet;
  return html`${progress(view)}${lines.map((line, at) => passage(line, first + at, view))}`;
}

/** Stands above the headings whose words are missing, where the reader comes by. */
function progress({ words: { t, formats }, sheet: { first, lines, words }, onLoad }: SheetView): unknown {
  if (words.type === 'here' || !onLoad) return nothing;
  if (words.type === 'loading') return html`<p class="sheet-progress muted">${t('document.sheet.loading')}</p>`;
  const range = { from: formats.number(first + 1), to: formats.number(first + lines.length) };
  return html`
    <p class="sheet-progress">
      ${words.type === 'failed' ? html`<span class="field-error">${t('document.sheet.failed')}</span>` : nothing}
      <button class="button" type="button" @click=${onLoad}>${t('document.sheet.show', range)}</button>
    </p>
  `;
}

function passage(line: ContentsLine, index: number, view: SheetView): TemplateResult {
  const { words, level, sheet: shown, links } = view;
  const { id } = line;
  const found = shown.words.type === 'here' ? shown.words.passages.get(id) : undefined;
  const named = hasName(line);
  return html`
    <div class="passage ${line.kind.value === 'paragraph' ? 'small' : ''}" data-passage=${id}>
      <div class="passage-head level-${line.level}">
        ${
          named
            ? heading(level + line.level, passageName(line, words), { id: `passage-${id}`, focusable: true })
            : html`<span id="passage-${id}" tabindex="-1" class="visually-hidden">${passageText(line, index, words)}</span>`
        }
        ${links.possible ? passageLink(line, index, view) : nothing}
      </div>
      ${found ? passageWords(found, index, view) : nothing}
    </div>
  `;
}

function passageLink(line: ContentsLine, index: number, { words, links }: SheetView): TemplateResult {
  const label = words.t('document.passage-link', { passage: passageText(line, index, words) });
  const onClick = (event: MouseEvent): void => links.follow(event, line.id);
  return html`<a class="passage-link" href=${links.href(line.id)} aria-label=${label} @click=${onClick}>#</a>`;
}

function passageWords(found: Passage, index: number, view: SheetView): TemplateResult {
  const { words, level, observing } = view;
  const { t, formats, locale } = words;
  const { id, body, plain, observable } = found;
  const { observe } = observing;
  const textLevel = level + found.level;
  return html`
    ${body && isForeign(body.lang, locale) ? html`<p class="muted">${t('common.other-language', { language: formats.language(body.lang) })}</p>` : nothing}
    <div class="wordings">
      ${body ? richText(body, { locale, level: textLevel, scope: id }) : nothing}
      ${
        plain
          ? html`<div class="plain">
              <p class="muted">${t('document.plain-note')}</p>
              ${richText(plain, { locale, level: textLevel, scope: `${id}-plain` })}
            </div>`
          : nothing
      }
    </div>
    ${changes(found, view)}
    <div class="said">
      ${observationCount(found, index, view)}
      ${
        observable && observe
          ? html`<p class="observe">
              <button
                class="button"
                type="button"
                aria-label=${t('document.observe-passage', { passage: passageText(found, index, words) })}
                @click=${() => observe(id)}
              >
                ${t('document.observe')}
              </button>
            </p>`
          : nothing
      }
    </div>
  `;
}

/** By which observations it became what it is. */
function changes({ changedBy }: Passage, { words: { t }, observing }: SheetView): unknown {
  if (changedBy.length === 0) return nothing;
  const links = changedBy.map((reference, at) => {
    const href = observing.followAddress(reference);
    return html`${at > 0 ? ', ' : ''}${href === undefined ? reference : html`<a href=${href} data-portico="off">${reference}</a>`}`;
  });
  return html`<p class="changed-by muted">${t('document.changed-by')} ${links}</p>`;
}

/** How many observations there are, and the way to them. */
function observationCount(found: Passage, index: number, { words, observing }: SheetView): unknown {
  const { id, observations } = found;
  if (observations === 0) return nothing;
  const count = words.t('document.observations', { count: observations });
  const label = words.t('document.observations-at', { observations: count, passage: passageText(found, index, words) });
  const href = observing.listAddress(id);
  const onClick = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    if (observing.show(id)) event.preventDefault();
  };
  if (href !== undefined) {
    return html`<p class="observations">
      <a href=${href} data-portico="off" aria-label=${label} @click=${onClick}>${count}</a>
    </p>`;
  }
  if (!observing.listIsHere) return html`<p class="observations">${count}</p>`;
  return html`<p class="observations">
    <button class="button quiet" type="button" aria-label=${label} @click=${onClick}>${count}</button>
  </p>`;
}
