import { html, nothing, type TemplateResult } from 'lit';
import { countOf, sectionLength, type FoundResults } from '../observation-list.state.js';
import { sectionName } from './section.js';
import type { Links, View } from './view.js';

export interface PagesView extends View {
  readonly results: FoundResults;
  readonly links: Links;
  /** Whether all of it is on its way. */
  readonly busy: boolean;
  /** Reads the next page; nothing where there is no backend to read it from. */
  readonly onMore: (() => void) | undefined;
  readonly onAll: () => void;
}

/** The way to what is not here yet: the next ones, all of them, and a link to each page. */
export function pages(view: PagesView): TemplateResult | typeof nothing {
  const { words, results, busy, onMore, onAll } = view;
  const { t, formats } = words;
  const { total, more, next } = results;
  const here = countOf(results);
  if (total <= sectionLength) return nothing;
  const waiting = busy || more === 'loading';
  const left = Math.min(sectionLength, total - here);
  return html`
    <div class="pages">
      ${more === 'failed' ? html`<p class="field-error">${t('observation-list.more-failed')}</p>` : nothing}
      ${
        next !== undefined && onMore
          ? html`<p class="actions">
              <button class="button" id="more" type="button" aria-disabled=${waiting ? 'true' : nothing} @click=${onMore}>
                ${waiting ? t('observation-list.more-loading') : t('observation-list.more', { count: left })}
              </button>
              ${
                total - here > sectionLength
                  ? html`<button
                      class="button quiet"
                      id="all"
                      type="button"
                      aria-disabled=${waiting ? 'true' : nothing}
                      @click=${onAll}
                    >
                      ${t('observation-list.all', { total: formats.number(total) })}
                    </button>`
                  : nothing
              }
            </p>`
          : nothing
      }
      ${numbers(view, here)}
    </div>
  `;
}

/** How many pages stand on each side of the one where the reader is. */
const around = 2;

/** A link to each page near the end of what is here, to the first and to the last. */
function numbers({ words, results: { total }, links }: PagesView, here: number): TemplateResult {
  const { t, formats } = words;
  const count = Math.ceil(total / sectionLength);
  const current = Math.ceil(here / sectionLength) - 1;
  const shown = Array.from({ length: count }, (_, index) => index).filter(
    index => index === 0 || index === count - 1 || Math.abs(index - current) <= around,
  );
  return html`
    <nav aria-label=${t('observation-list.pages')}>
      <ul class="page-numbers" role="list">
        ${shown.map((index, at) => {
          const gap = at > 0 && index - (shown[at - 1] ?? 0) > 1;
          const name = sectionName(index);
          const number = formats.number(index + 1);
          return html`<li class=${gap ? 'after-gap' : ''}>
            <a
              href=${links.href(name)}
              aria-label=${t('observation-list.page', { number })}
              @click=${(event: MouseEvent) => links.follow(event, name)}
              >${number}</a
            >
          </li>`;
        })}
      </ul>
    </nav>
  `;
}
