import { html, nothing, type TemplateResult } from 'lit';
import type { CityPages } from '../../../backend/backend.js';
import { enumText } from '../../../i18n/words.js';
import type { Observation } from '../../../model/observation.js';
import type { ObservationTerms } from '../../../model/observation-terms.js';
import { heading } from '../../../parts/heading.js';
import { kindTexts, reasonTexts } from '../../../i18n/observation-words.js';
import { passageAddress, passageLink } from '../../../parts/passage-link.js';
import { spoken } from '../../../parts/spoken.js';
import { written } from '../../../parts/written.js';
import { steps } from './steps.js';
import type { View } from './view.js';

export interface FoundView extends View {
  readonly observation: Observation;
  readonly terms: ObservationTerms;
  /** Where the city's own pages are, when that is known. */
  readonly pages: CityPages | undefined;
  /** The address of this answer, to be kept or sent; nothing on a page that has none. */
  readonly href: string | undefined;
  readonly onPrint: () => void;
}

/** What became of one observation: how far it has come, what was answered, and what it said. */
export function found(view: FoundView): TemplateResult {
  const { words, level, observation, terms, pages, href, onPrint } = view;
  const { t, locale } = words;
  const { reference, title, kind, subject, passageName } = observation;
  const { document, passage, version } = subject;
  const name = passageName ? spoken(passageName, locale) : passage;
  const on =
    document !== undefined && passage !== undefined
      ? html` · ${passageLink({ document, passage, version }, passageAddress({ document, passage, version }, pages), name)}`
      : nothing;
  return html`
    <section class="found" aria-labelledby="found-title">
      <p class="kicker">${spoken(terms.process.title, locale)}</p>
      ${heading(level + 1, html`<span class="reference">${reference}</span>`, { id: 'found-title', focusable: true })}
      <p>
        <strong>${title ? spoken(title, locale) : spoken(enumText(words, kindTexts, kind), locale)}</strong>
        ${title ? html` · ${spoken(enumText(words, kindTexts, kind), locale)}` : nothing}${on}
      </p>
      ${hidden(view)} ${steps(view)} ${text(view)}
      <p class="tools">
        <button class="button quiet" id="print" type="button" @click=${onPrint}>${t('common.print')}</button>
        ${href === undefined ? nothing : html`<a href=${href}>${t('follow.address')}</a>`}
      </p>
    </section>
  `;
}

/** What it says can be hidden; how far it is and the answer are still told. */
function hidden({ words, observation: { hidden: why }, terms }: FoundView): TemplateResult | typeof nothing {
  if (!why) return nothing;
  const { t, formats, locale } = words;
  const parameters = {
    reason: enumText(words, reasonTexts, why.reason).text,
    date: formats.date(why.at, terms.process.timeZone),
  };
  return html`<p class="hidden-note">${t('follow.hidden', parameters)} ${why.note ? spoken(why.note, locale) : nothing}</p>`;
}

function text({ words, observation: { text: said, wording, hidden: why } }: FoundView): TemplateResult | typeof nothing {
  const { t, locale } = words;
  if (why) return nothing;
  return html`
    <details class="said">
      <summary>${t('follow.text')}</summary>
      ${written(said, locale)}
      ${
        wording
          ? html`<p class="muted">${t('follow.wording')}</p>
              ${written({ text: wording.after, lang: said.lang }, locale)}`
          : nothing
      }
    </details>
  `;
}
