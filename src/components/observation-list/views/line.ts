import { html, nothing, type TemplateResult } from 'lit';
import { directionOf } from '../../../i18n/language.js';
import { enumText, type Words } from '../../../i18n/words.js';
import type { Hidden } from '../../../model/moderation.js';
import type { ObservationLine } from '../../../model/observation.js';
import { badge } from '../../../parts/badge.js';
import { heading } from '../../../parts/heading.js';
import { kindTexts, reasonTexts, sourceTexts, stateTexts } from '../../../i18n/observation-words.js';
import { outcomeBadge } from '../../../parts/response.js';
import { isForeign, spoken } from '../../../parts/spoken.js';
import { keyOf, type Links, type OpenItems, type Place, type View } from './view.js';

export interface LineView extends View {
  readonly place: Place;
  readonly links: Links;
  readonly open: OpenItems | undefined;
}

/**
 * One observation of the list; what it says in full opens below it. There are thousands, so some texts are set as properties: Lit then keeps
 * no mark in the document for each.
 */
export function line(item: ObservationLine, level: number, view: LineView, actions: unknown = nothing): TemplateResult {
  const { words, place, open } = view;
  const { reference, title, excerpt, hidden } = item;
  const key = keyOf(place, reference);
  const isOpen = open?.has(key) ?? false;
  const name = link(item, isOpen, view);
  return html`
    <p class="item-meta"><span class="reference" .textContent=${reference}></span> ${standing(item, words)}</p>
    ${heading(level, title && isForeign(title.lang, words.locale) ? html`<span lang=${title.lang} dir="auto">${name}</span>` : name)}
    <p
      class="excerpt"
      lang=${isForeign(excerpt.lang, words.locale) ? excerpt.lang : nothing}
      dir="auto"
      ?hidden=${isOpen || hidden !== undefined}
      .textContent=${excerpt.text}
    ></p>
    <p class="item-facts">${facts(item, view)}</p>
    ${
      hidden || isOpen || actions !== nothing
        ? html`${hidden ? hiddenNote(hidden, view) : nothing} ${actions}
          ${isOpen ? html`<div class="opened" id=${key}>${open?.render(key, view, level)}</div>` : nothing}`
        : nothing
    }
  `;
}

/**
 * The name, which opens it and closes it. It is a link, since it is also the address of the observation. One listener of the widget hears
 * the clicks on all of them.
 */
function link(item: ObservationLine, isOpen: boolean, { words, place, links }: LineView): TemplateResult {
  const { reference } = item;
  return html`<a
    class="item-link"
    id="${keyOf(place, reference)}-link"
    href=${links.href(reference)}
    aria-expanded=${isOpen ? 'true' : 'false'}
    >${nameOf(item, words)}</a
  >`;
}

/** The observation that a click opens or closes; nothing for other clicks, and for those that open another tab or window. */
export function clickedLine(event: MouseEvent): { place: Place; reference: string } | undefined {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return undefined;
  const link = event
    .composedPath()
    .find((each): each is HTMLElement => each instanceof HTMLElement && each.matches('.item-link'));
  const [, place, reference] = /^(list|own|linked)-(.*)-link$/.exec(link?.id ?? '') ?? [];
  return place !== undefined && reference !== undefined ? { place: place as Place, reference } : undefined;
}

/** How people call it; what has no title is called by what it is and where. */
export function nameOf({ title, kind, passageName }: ObservationLine, words: Words): TemplateResult | string {
  if (title) return title.text;
  const { text } = enumText(words, kindTexts, kind);
  if (!passageName) return text;
  return isForeign(passageName.lang, words.locale)
    ? html`${text}: ${spoken(passageName, words.locale)}`
    : `${text}: ${passageName.text}`;
}

/** How it stands: the decision where there is one. What is also in the final text says both. */
function standing({ state, outcome }: ObservationLine, words: Words): unknown {
  const decided = outcome && state.value !== 'withdrawn';
  if (decided && state.value === 'answered') return outcomeBadge(outcome, words);
  const tone = state.value === 'in-final-text' ? 'success' : state.value === 'received' ? 'muted' : 'info';
  const own = badge(tone, spoken(enumText(words, stateTexts, state), words.locale));
  return decided ? html`${outcomeBadge(outcome, words)} ${own}` : own;
}

/** A list has thousands of them, so what is all in the reader's language is one text and not many elements. */
function facts(item: ObservationLine, { words, terms, place }: LineView): unknown {
  const { t, formats, locale } = words;
  const { kind, passageName, theme, author, receivedAt, source, likes, comments, title } = item;
  const all = [
    ...(title ? [spoken(enumText(words, kindTexts, kind), locale)] : []),
    ...(passageName && title ? [spoken(passageName, locale)] : []),
    ...(theme ? [spoken(theme.label, locale)] : []),
    ...(author !== undefined && place !== 'own' ? [author] : []),
    ...(source.value === 'online' ? [] : [spoken(enumText(words, sourceTexts, source), locale)]),
    formats.date(receivedAt, terms.process.timeZone),
    ...(likes > 0 ? [t('observation-list.likes', { count: likes })] : []),
    ...(comments > 0 ? [t('observation-list.comments', { count: comments })] : []),
  ];
  const plain = directionOf(locale) === 'ltr' && latin.test(author ?? '') && all.every(each => typeof each === 'string');
  return plain ? all.join(' · ') : all.map((each, index) => html`${index === 0 ? '' : ' · '}<bdi>${each}</bdi>`);
}

/** Names that turn no words around them. */
const latin = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\s]*$/u;

/** That something stood here, and why nobody can read it any more. */
export function hiddenNote({ reason, at, note }: Hidden, { words, terms }: View): TemplateResult {
  const { t, formats, locale } = words;
  const parameters = {
    reason: enumText(words, reasonTexts, reason).text,
    date: formats.date(at, terms.process.timeZone),
  };
  return html`<p class="hidden-note">${t('observation-list.hidden', parameters)} ${note ? spoken(note, locale) : nothing}</p>`;
}
