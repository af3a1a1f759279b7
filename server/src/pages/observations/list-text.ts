import type { TextKey } from '../../../../src/i18n/texts.js';
import { kindTexts, outcomeTexts, stateTexts } from '../../../../src/i18n/observation-words.js';
import { enumText } from '../../../../src/i18n/words.js';
import {
  observationSorts,
  type ObservationFilter,
  type ObservationLine,
  type ObservationSort,
} from '../../../../src/model/observation.js';
import type { City } from '../../city.js';
import { commentsOf } from '../../observations/comments.js';
import { observationRow } from '../../observations/find-observation.js';
import { listObservations } from '../../observations/list-observations.js';
import { readObservations } from '../../observations/read-observation.js';
import { summarise } from '../../observations/summarise.js';
import { observedProcess } from '../../observations/terms.js';
import type { EmbedText, EmbedWish } from '../embed-text.js';
import { html, type Html } from '../html.js';
import { heading, languageOf, link, spoken } from '../marked.js';
import { observationText } from './observation-text.js';

/** Observations on one page; the next one is a link away. */
const onOnePage = 50;

/** Comments that are shown with one observation. */
const mostComments = 100;

const sortTexts: Readonly<Record<ObservationSort, TextKey>> = {
  newest: 'observation-list.sort.newest',
  oldest: 'observation-list.sort.oldest',
  'most-liked': 'observation-list.sort.most-liked',
  'most-commented': 'observation-list.sort.most-commented',
  passage: 'observation-list.sort.passage',
  relevance: 'observation-list.sort.relevance',
};

/** Everybody's observations without a script: searched and filtered by a form, page by page, each one whole behind a link. */
export async function listText(city: City, wish: EmbedWish): Promise<EmbedText> {
  const { id, lang, words, level, query } = wish;
  const { t } = words;
  const process = await observedProcess(city, id);
  const one = query['reference'] === undefined ? undefined : await oneText(city, wish, process.timeZone);
  return {
    title: t('observation-list.title'),
    data: `/api/v1/observation-terms/${id}?locale=${lang}`,
    text: html`<div class="text" lang="${words.locale}">
      ${heading(level, t('observation-list.title'))} ${one ?? (await listOf(city, wish, process.timeZone))}
    </div>`,
  };
}

const addressOf = ({ id, lang, attributes, query }: EmbedWish, changed: Readonly<Record<string, string | undefined>>): string => {
  const all: Readonly<Record<string, string | undefined>> = { ...attributes, ...query, lang, ...changed };
  const given = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]]));
  return `/embed/observation-list/${id}?${new URLSearchParams(given).toString()}`;
};

async function listOf(city: City, wish: EmbedWish, timeZone: string): Promise<Html> {
  const { id, lang, words, attributes, query } = wish;
  const { t, formats } = words;
  const { document, passage } = attributes;
  const { text, kind, theme, state, outcome, source, cursor } = query;
  const languages = { locale: lang, fallback: city.settings.locale };
  const about: ObservationFilter = { process: id, document, passage };
  const filter: ObservationFilter = { ...about, text, kind, theme, state, outcome, source };
  const usual = text === undefined ? 'newest' : 'relevance';
  const sort = observationSorts.find(each => each === query['sort']) ?? usual;
  const page = await listObservations(city, { filter, sort, cursor, limit: onOnePage, ...languages });
  const summary = await summarise(city, about, languages);
  const answered = summary.outcomes.reduce((sum, { count }) => sum + count, 0);
  const select = (
    name: string,
    label: string,
    options: readonly (readonly [string, string])[],
    chosen: string | undefined,
    any: string | null = t('observation-list.filter.any'),
  ): Html =>
    html`<p class="field">
      <label for="${name}">${label}</label>
      <select id="${name}" name="${name}">
        ${any !== null && html`<option value="">${any}</option>`}
        ${options.map(([value, shown]) => html`<option value="${value}" ${value === chosen && html` selected`}>${shown}</option>`)}
      </select>
    </p>`;
  const counted = (shown: string, count: number): string =>
    t('observation-list.filter.option', { text: shown, number: formats.number(count) });
  return html`<p>
      ${t('observation-list.summary.answered', { count: summary.total, answered: formats.number(answered) })}
      ${summary.lastAnswered !== undefined && t('observation-list.summary.last', { date: formats.date(summary.lastAnswered, timeZone) })}
    </p>
    <form method="get" action="/embed/observation-list/${id}" class="stack" role="search">
      <input type="hidden" name="lang" value="${lang}" />
      ${document !== undefined && html`<input type="hidden" name="document" value="${document}" />`}
      ${passage !== undefined && html`<input type="hidden" name="passage" value="${passage}" />`}
      <p class="field">
        <label for="text">${t('observation-list.search')}</label>
        <input id="text" name="text" type="search" value="${text ?? ''}" maxlength="200" />
      </p>
      ${select(
        'kind',
        t('observation-list.filter.kind'),
        summary.kinds.map(({ value, count }) => [value.value, counted(enumText(words, kindTexts, value).text, count)] as const),
        kind,
      )}
      ${select(
        'state',
        t('observation-list.filter.states'),
        summary.states.map(({ value, count }) => [value.value, counted(enumText(words, stateTexts, value).text, count)] as const),
        state,
      )}
      ${
        summary.outcomes.length > 0 &&
        select(
          'outcome',
          t('observation-list.filter.outcomes'),
          summary.outcomes.map(
            ({ value, count }) => [value.value, counted(enumText(words, outcomeTexts, value).text, count)] as const,
          ),
          outcome,
        )
      }
      ${
        summary.themes.length > 0 &&
        select(
          'theme',
          t('observation-list.filter.theme'),
          summary.themes.map(({ value, count }) => [value.id, counted(value.label.text, count)] as const),
          theme,
        )
      }
      ${select(
        'sort',
        t('observation-list.sort'),
        observationSorts
          .filter(each => each !== 'relevance' || text !== undefined)
          .map(each => [each, t(sortTexts[each])] as const),
        sort,
        null,
      )}
      <p><button class="primary">${t('observation-list.search.go')}</button></p>
    </form>
    <p>
      <strong
        >${page.total === 0 ? t('observation-list.nothing-found') : t('observation-list.found', { count: page.total })}</strong
      >
    </p>
    <ul class="cards" role="list">
      ${page.items.map(line => lineText(line, wish, timeZone))}
    </ul>
    ${
      page.next !== undefined &&
      html`<p>
        ${link(addressOf(wish, { cursor: page.next }), t('observation-list.more', { count: Math.min(onOnePage, page.total) }))}
      </p>`
    }
    ${cursor !== undefined && html`<p>${link(addressOf(wish, { cursor: undefined }), t('observation-list.clear'))}</p>`}`;
}

function lineText(line: ObservationLine, wish: EmbedWish, timeZone: string): Html {
  const { words, level } = wish;
  const { t, locale, formats } = words;
  const { reference, title, kind, excerpt, state, outcome, passageName, likes, comments } = line;
  const name = title ?? enumText(words, kindTexts, kind);
  const standing = [
    spoken(enumText(words, stateTexts, state), locale),
    ...(outcome ? [spoken(enumText(words, outcomeTexts, outcome), locale)] : []),
  ];
  const reactions = [
    ...(likes > 0 ? [t('observation-list.likes', { count: likes })] : []),
    ...(comments > 0 ? [t('observation-list.comments', { count: comments })] : []),
  ];
  return html`<li class="card">
    ${heading(level + 1, link(addressOf(wish, { reference, cursor: undefined }), spoken(name, locale)))}
    <p class="muted">
      <bdi>${reference}</bdi> · ${formats.date(line.receivedAt, timeZone)}${line.author !== undefined && html` · ${line.author}`}
      ${standing.map(each => html`<span class="badge">${each}</span> `)}
    </p>
    ${passageName && html`<p>${t('observation-list.on')} ${spoken(passageName, locale)}</p>`}
    ${excerpt.text !== '' && html`<p${languageOf(excerpt.lang, locale)}>${excerpt.text}</p>`}
    ${reactions.length > 0 && html`<p class="muted">${formats.list(reactions)}</p>`}
  </li>`;
}

async function oneText(city: City, wish: EmbedWish, timeZone: string): Promise<Html> {
  const { id, lang, words, level, query } = wish;
  const { t, locale, formats } = words;
  const row = await observationRow(city.database.db, query['reference'] ?? '');
  const [found] =
    row?.process_id === id ? await readObservations(city, [row], { locale: lang, fallback: city.settings.locale }) : [];
  const back = html`<p>${link(addressOf(wish, { reference: undefined }), t('observation-list.title'))}</p>`;
  if (!found) {
    return html`<p><strong>${t('observation-list.gone.title')}</strong></p>
      <p>${t('observation-list.gone.text')}</p>
      ${back}`;
  }
  const { items } = await commentsOf(city, found.reference, { limit: mostComments });
  return html`${observationText(found, { words, level, timeZone })}
  ${
    items.length > 0 &&
    html`<section class="stack">
      ${heading(level + 1, t('observation-list.comments-title'))}
      <ul class="comments">
        ${items
          .filter(({ parent }) => parent === undefined)
          .map(
            each =>
              html`<li>
                ${commentText(each)}
                <ul>
                  ${items.filter(({ parent }) => parent === each.id).map(answer => html`<li>${commentText(answer)}</li>`)}
                </ul>
              </li>`,
          )}
      </ul>
    </section>`
  }
  ${back}`;

  function commentText({ author, at, text }: (typeof items)[number]): Html {
    return html`<p class="muted">${author ?? t('observation-list.no-author')} · ${formats.date(at, timeZone)}</p>
      <p${languageOf(text.lang, locale)}>${text.text}</p>`;
  }
}
