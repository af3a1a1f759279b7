import { html, nothing, type TemplateResult } from 'lit';
import type { PactSection } from '../../../model/pact.js';
import { readingMinutes } from '../../../model/reading-time.js';
import { plainParagraphs } from '../../../model/richtext.js';
import { disclosure } from '../../../parts/disclosure.js';
import { heading } from '../../../parts/heading.js';
import { richText, type RichTextOptions } from '../../../parts/richtext.js';
import { isForeign, spoken } from '../../../parts/spoken.js';
import type { View } from './view.js';

export interface FullTextView extends View {
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  /** Sections that the person reads in plain words. */
  readonly plain: ReadonlySet<string>;
  readonly onPlain: (section: string) => void;
  readonly term: RichTextOptions['term'];
  /** Address of a section. */
  readonly href: (section: string) => string;
  readonly onFollow: (event: MouseEvent, section: string) => void;
  /** Whether the address of a section can be copied on this page. */
  readonly linkable: boolean;
}

/** The text that binds, section by section, with a list of contents. */
export function fullText(view: FullTextView): TemplateResult {
  const { words, pact, level, open, onToggle } = view;
  const { sections } = pact.version;
  const count = readingMinutes(sections.flatMap(({ title, body }) => [title.text, ...plainParagraphs(body.blocks)]));
  return disclosure({
    id: 'full-text',
    level: level + 1,
    label: words.t('pact-viewer.full-text'),
    hint: words.t('pact-viewer.reading-time', { count }),
    open,
    onToggle,
    content: html`${contents(view)}${sections.map(section => sectionOf(section, view))}${glossary(view)}`,
  });
}

function contents({ words, pact, level, href, onFollow }: FullTextView): TemplateResult {
  return html`
    <nav class="contents" aria-labelledby="contents">
      ${heading(level + 2, words.t('pact-viewer.contents'), { id: 'contents' })}
      <ol>
        ${pact.version.sections.map(
          ({ id, title }) =>
            html`<li>
              <a href=${href(id)} @click=${(event: MouseEvent) => onFollow(event, id)}>${spoken(title, words.locale)}</a>
            </li>`,
        )}
      </ol>
    </nav>
  `;
}

function sectionOf(section: PactSection, view: FullTextView): TemplateResult {
  const { words, level, plain, onPlain, linkable } = view;
  const { t, locale } = words;
  const { id, title, body } = section;
  const simple = section.plain !== undefined && plain.has(id);
  const options = (scope: string): RichTextOptions => ({ locale, level: level + 2, scope, term: view.term });
  const hidden = simple ? 'until-found' : nothing;
  return html`
    <section class="section" aria-labelledby="section-${id}">
      <div class="section-head">
        ${heading(level + 2, spoken(title, locale), { id: `section-${id}`, focusable: true })}
        ${linkable ? sectionLink(section, view) : nothing}
      </div>
      ${isForeign(body.lang, locale) ? otherLanguage(view, body.lang) : nothing}
      ${
        section.plain === undefined
          ? nothing
          : html`<p class="plain-switch">
              <button class="text-button" type="button" @click=${() => onPlain(id)}>
                ${simple ? t('pact-viewer.binding') : t('pact-viewer.plain')}
              </button>
            </p>`
      }
      <div class="version-text" hidden=${hidden} @beforematch=${() => onPlain(id)}>${richText(body, options(id))}</div>
      ${
        section.plain && simple
          ? html`<div class="plain">
              <p class="muted">${t('pact-viewer.plain-note')}</p>
              ${richText(section.plain, options(`${id}-plain`))}
            </div>`
          : nothing
      }
    </section>
  `;
}

function sectionLink({ id, title }: PactSection, { words: { t }, href, onFollow }: FullTextView): TemplateResult {
  const label = t('pact-viewer.section-link', { section: title.text });
  return html`<a class="section-link" href=${href(id)} aria-label=${label} @click=${(event: MouseEvent) => onFollow(event, id)}
    >#</a
  >`;
}

function otherLanguage({ words: { t, formats } }: View, lang: string): TemplateResult {
  return html`<p class="muted">${t('common.other-language', { language: formats.language(lang) })}</p>`;
}

/** On paper nothing opens, so all terms are explained at the end. */
function glossary({ words, pact, level }: View): TemplateResult | typeof nothing {
  const entries = pact.version.glossary;
  if (entries.length === 0) return nothing;
  return html`
    <div class="print-only">
      ${heading(level + 2, words.t('pact-viewer.glossary'))}
      <dl>
        ${entries.map(
          ({ term, definition }) =>
            html`<dt>${spoken(term, words.locale)}</dt>
              <dd>${spoken(definition, words.locale)}</dd>`,
        )}
      </dl>
    </div>
  `;
}
