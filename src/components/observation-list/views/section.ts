import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Section } from '../observation-list.state.js';
import { line, type LineView } from './line.js';
import { keyOf } from './view.js';

export interface SectionView extends LineView {
  readonly section: Section;
  readonly index: number;
  /** How many there are in all. */
  readonly total: number;
  /** Whether its observations are drawn; before that it only keeps their place. */
  readonly drawn: boolean;
  /** Whether somebody was led into it: its height must then be true, or the place would slip away. */
  readonly reached: boolean;
}

/** The address of a section, and the id of where it begins. */
export const sectionName = (index: number): string => `p${String(index + 1)}`;

/** Fifty observations. The browser leaves out what is far away when it draws, and not when it searches or speaks. */
export function section(view: SectionView): TemplateResult {
  const { section: shown, index, total, words, terms, level, drawn, reached, open, place, links } = view;
  const openHere = shown.lines.some(({ reference }) => open?.has(keyOf(place, reference)));
  const changing = [shown, total, words, terms, level, drawn, links, openHere ? open?.revision : undefined, openHere];
  return html`
    <div class="section ${reached ? 'reached' : ''}" data-section=${index}>
      ${guard(changing, () => (drawn ? content(view) : nothing))}
    </div>
  `;
}

function content(view: SectionView): TemplateResult {
  const { section: shown, index, total, words, level, place } = view;
  const { t, formats } = words;
  const range = {
    from: formats.number(shown.first + 1),
    to: formats.number(shown.first + shown.lines.length),
    total: formats.number(total),
  };
  return html`
    <p class="section-mark ${index === 0 ? 'visually-hidden' : ''}" id=${sectionName(index)} tabindex="-1">
      ${t('observation-list.range', range)}
    </p>
    <ol class="items" role="list" start=${shown.first + 1}>
      ${shown.lines.map(item => html`<li class="item" data-reference=${item.reference}>${line(item, level + 2, { ...view, place })}</li>`)}
    </ol>
  `;
}
