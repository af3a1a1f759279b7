import type { PactSection } from '../../../../src/model/pact.js';
import { readingMinutes } from '../../../../src/model/reading-time.js';
import { plainParagraphs } from '../../../../src/model/richtext.js';
import { html, type Html } from '../html.js';
import { heading, languageOf, spoken } from '../marked.js';
import { richText } from '../richtext-html.js';
import type { PactView } from './view.js';

/** From this many sections on, a list of contents saves more time than it takes. */
const worthListing = 3;

/** The id of a section in the page. It is the one that the widget gives to it, so that an address leads to it in both. */
const idOf = ({ pact }: PactView, section: string): string => `${pact.id}/${section}`;

const hrefOf = ({ pact }: PactView, section: string): string => `#${encodeURIComponent(pact.id)}/${encodeURIComponent(section)}`;

const termId = (term: string): string => `term-${encodeURIComponent(term)}`;

/** Where the page explains a word. */
export const termHrefIn =
  ({ pact }: PactView) =>
  (term: string): string | undefined =>
    pact.version.glossary.some(({ id }) => id === term) ? `#${encodeURIComponent(termId(term))}` : undefined;

/** The text that binds, section by section, and the words that it uses. */
export function fullText(view: PactView): Html {
  const { words, pact, level } = view;
  const { t } = words;
  const { sections } = pact.version;
  const count = readingMinutes(sections.flatMap(({ title, body }) => [title.text, ...plainParagraphs(body.blocks)]));
  return html`<section class="full-text" aria-labelledby="full-text">
      ${heading(level + 1, t('pact-viewer.full-text'), 'full-text')}
      <p class="muted">${t('pact-viewer.reading-time', { count })}</p>
      ${sections.length >= worthListing && contents(view)} ${sections.map(section => sectionOf(section, view))}
    </section>
    ${glossary(view)}`;
}

function contents(view: PactView): Html {
  const { words, pact, level } = view;
  const item = ({ id, title }: PactSection): Html =>
    html`<li><a href="${hrefOf(view, id)}">${spoken(title, words.locale)}</a></li>`;
  return html`<nav class="contents" aria-labelledby="contents">
    ${heading(level + 2, words.t('pact-viewer.contents'), 'contents')}
    <ol>
      ${pact.version.sections.map(item)}
    </ol>
  </nav>`;
}

function sectionOf({ id, title, body, plain }: PactSection, view: PactView): Html {
  const { t, formats, locale } = view.words;
  const options = { locale, level: view.level + 2, termHref: termHrefIn(view) };
  const foreign = languageOf(body.lang, locale);
  return html`<section class="section" aria-labelledby="${idOf(view, id)}">
    ${heading(view.level + 2, spoken(title, locale), idOf(view, id))}
    ${foreign && html`<p class="muted">${t('common.other-language', { language: formats.language(body.lang) })}</p>`}
    ${richText(body, options)}
    ${
      plain &&
      html`<details class="plain">
        <summary>${t('pact-viewer.plain')}</summary>
        <p class="muted">${t('pact-viewer.plain-note')}</p>
        ${richText(plain, options)}
      </details>`
    }
  </section>`;
}

function glossary({ words, pact, level }: PactView): Html | undefined {
  const { glossary: entries } = pact.version;
  if (entries.length === 0) return undefined;
  return html`<section class="glossary" aria-labelledby="glossary">
    ${heading(level + 1, words.t('pact-viewer.glossary'), 'glossary')}
    <dl>
      ${entries.map(
        ({ id, term, definition }) =>
          html`<dt id="${termId(id)}">${spoken(term, words.locale)}</dt>
            <dd>${spoken(definition, words.locale)}</dd>`,
      )}
    </dl>
  </section>`;
}
