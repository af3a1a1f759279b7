import { enumText } from '../../../../src/i18n/words.js';
import type { ContentsLine, Passage } from '../../../../src/model/document.js';
import type { City } from '../../city.js';
import { contentsOf, passagesFrom } from '../../content/passages.js';
import { speakDocument, speakPassages, versionOf } from '../../content/speak-document.js';
import { Problem } from '../../problems/problem.js';
import { numberOf, type EmbedText, type EmbedWish } from '../embed-text.js';
import { html, type Html } from '../html.js';
import { heading, languageOf, link, spoken } from '../marked.js';
import { richText } from '../richtext-html.js';
import { statusTexts } from './status-texts.js';

/** How many passages stand on one page. A plan can have thousands, and the next page is a link away. */
const onOnePage = 100;

/** Lines of the table of contents as deep as this: parts and chapters; the rest is found in them. */
const deepest = 3;

/** A plan, passage by passage, to be read without any script. Only data of the database is asked, and only for what the page shows. */
export async function documentPage({ content, database: { db }, settings }: City, wish: EmbedWish): Promise<EmbedText> {
  const { id, lang, words, level, attributes, asOf } = wish;
  const document = await content.document(id);
  const process = document && (await content.process(document.process));
  if (!process) throw new Problem('not-found');
  const languages = { locale: lang, fallback: settings.locale };
  const version = versionOf(document, numberOf(attributes['version']));
  const lines = await contentsOf(db, id, version);
  const start = Math.max(
    0,
    lines.findIndex(line => line.id === attributes['passage']),
  );
  const from = lines[start]?.id;
  const found = from === undefined ? [] : await passagesFrom(db, { document: id, version, from, limit: onOnePage });
  const plan = speakDocument({ document, process, contents: lines }, { ...languages, version, asOf });
  const passages = speakPassages(found, document, languages);
  const { t } = words;
  const query = new URLSearchParams({
    ...(attributes['version'] !== undefined && { version: attributes['version'] }),
    locale: lang,
  });
  const status = enumText(words, statusTexts, plan.version.status);
  return {
    title: plan.title.text,
    data: `/api/v1/documents/${id}?${query.toString()}`,
    text: html`<div class="text" lang="${words.locale}">
      <header>
        <p class="kicker">${t('document.kicker')} <span class="badge">${spoken(status, words.locale)}</span></p>
        ${heading(level, spoken(plan.title, words.locale))}
        ${plan.summary && richText(plan.summary, { locale: words.locale, level })}
      </header>
      ${plan.contents.length > 1 && contents(plan.contents, passages, wish)}
      <div class="full-text">
        ${passages.length === 0 && html`<p>${t('document.empty')}</p>`} ${passages.map(passage => passageText(passage, wish))}
      </div>
      ${pages(plan.contents, start, wish)}
    </div>`,
  };
}

/** The id of a passage in the page is the one that the widget gives to it, so that an address leads to it in both. */
const anchor = (document: string, passage: string): string => `${document}/${passage}`;

const fragment = (document: string, passage: string): string => `#${encodeURIComponent(document)}/${encodeURIComponent(passage)}`;

function titleOf({ label, title }: Pick<ContentsLine, 'label' | 'title'>, { words }: EmbedWish): Html {
  const parts = [label, title].flatMap(text => (text ? [spoken(text, words.locale)] : []));
  const [first = html`${words.t('document.unnamed-passage')}`, second] = parts;
  return second ? html`${first}. ${second}` : first;
}

function contents(lines: readonly ContentsLine[], here: readonly Passage[], wish: EmbedWish): Html {
  const onThisPage = new Set(here.map(({ id }) => id));
  const top = Math.min(...lines.map(({ level }) => level));
  const item = (line: ContentsLine): Html => {
    const page = onThisPage.has(line.id) ? '' : wish.hrefOf({ passage: line.id });
    return html`<li>${link(`${page}${fragment(wish.id, line.id)}`, titleOf(line, wish))}</li>`;
  };
  return html`<nav class="contents" aria-labelledby="contents">
    ${heading(wish.level + 1, wish.words.t('document.contents'), 'contents')}
    <ul>
      ${lines.filter(({ level }) => level < top + deepest).map(item)}
    </ul>
  </nav>`;
}

function passageText(passage: Passage, wish: EmbedWish): Html {
  const { words, level, id } = wish;
  const { t, locale } = words;
  const options = { locale, level: level + passage.level };
  return html`<section class="section" aria-labelledby="${anchor(id, passage.id)}">
    ${heading(level + passage.level, titleOf(passage, wish), anchor(id, passage.id))}
    ${passage.body && richText(passage.body, options)}
    ${
      passage.plain &&
      html`<div class="plain" ${languageOf(passage.plain.lang, locale)}>
        <p class="muted">${t('document.plain-note')}</p>
        ${richText(passage.plain, options)}
      </div>`
    }
    ${passage.changedBy.length > 0 && html`<p class="muted">${t('document.changed-by', { references: words.formats.list(passage.changedBy) })}</p>`}
  </section>`;
}

/** Links to the page before and to the next one. */
function pages(lines: readonly ContentsLine[], start: number, { words, hrefOf }: EmbedWish): Html {
  const starts = [start - onOnePage, start + onOnePage].map(at => (at < 0 && start > 0 ? 0 : at));
  const links = starts.flatMap(at => {
    const line = lines[at];
    if (!line || at === start) return [];
    const range = { from: at + 1, to: Math.min(at + onOnePage, lines.length) };
    return [html`<li>${link(hrefOf({ passage: line.id }), words.t('document.sheet.show', range))}</li>`];
  });
  return html`${
    links.length > 0 &&
    html`<ul class="links" role="list">
      ${links}
    </ul>`
  }`;
}
