import { html, type TemplateResult } from 'lit';
import type { Words } from '../../../i18n/words.js';
import type { Option } from '../../../model/ballot.js';
import { spoken } from '../../../parts/spoken.js';

export interface Moves {
  /** @param control - Class of the control that was used: it keeps focus. */
  readonly move: (to: number, control: string) => void;
  readonly remove: () => void;
}

/** What is dragged; dragging is an extra beside the buttons. */
let dragged: { readonly at: number; readonly moves: Moves } | undefined;

/** One place of a ranking. Everything works by buttons and by a list of places. */
export function rankingRow(words: Words, { id, title }: Option, at: number, of: number, moves: Moves): TemplateResult {
  const { t, formats, locale } = words;
  const name = title.text;
  return html`<li
    class="place"
    data-option=${id}
    draggable="true"
    @dragstart=${() => (dragged = { at, moves })}
    @dragend=${() => (dragged = undefined)}
    @dragover=${(event: DragEvent) => {
      if (dragged) event.preventDefault();
    }}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      dragged?.moves.move(at, 'at');
    }}
  >
    <span class="number" aria-hidden="true">${formats.number(at + 1)}</span>
    <span class="place-name">${spoken(title, locale)}</span>
    <div class="moves">
      <button
        class="button up"
        type="button"
        aria-label=${t('voting-widget.order.up', { title: name })}
        @click=${() => {
          moves.move(at - 1, 'up');
        }}
      >
        ↑
      </button>
      <button
        class="button down"
        type="button"
        aria-label=${t('voting-widget.order.down', { title: name })}
        @click=${() => {
          moves.move(at + 1, 'down');
        }}
      >
        ↓
      </button>
      <select
        class="control at"
        aria-label=${t('voting-widget.order.place', { title: name })}
        @change=${(event: Event) => {
          moves.move(Number((event.currentTarget as HTMLSelectElement).value), 'at');
        }}
      >
        ${Array.from(
          { length: of },
          (_, place) =>
            html`<option value=${place} ?selected=${place === at} .selected=${place === at}>
              ${formats.number(place + 1)}
            </option>`,
        )}
      </select>
      <button class="button quiet" type="button" @click=${moves.remove}>
        ${t('voting-widget.order.remove')}<span class="visually-hidden">: ${name}</span>
      </button>
    </div>
  </li>`;
}
