import { directionOf } from '../../../src/i18n/language.js';
import { asset } from './assets.js';
import { html, type Html } from './html.js';
import { languages } from './page-locale.js';
import { pageWords } from './page-words.js';

export interface Page {
  /** Language of the page, a BCP 47 tag. */
  locale: string;
  title: string;
  /** The name of the municipality. */
  cityName: string;
  /** More for the head: links, scripts. */
  head?: Html | undefined;
  body: Html;
  /** Address of the same page in another language. Left out: the page offers no choice. */
  inLanguage?: ((locale: string) => string) | undefined;
}

/** A whole page of the server. It reads well with the style sheet alone, and without it. */
export function page({ locale, title, cityName, head, body, inLanguage }: Page): string {
  const t = pageWords(locale);
  return html`<!doctype html>
    <html lang="${locale}" dir="${directionOf(locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} - ${cityName}</title>
        <link rel="icon" href="${asset('icon.svg')}" />
        <link rel="stylesheet" href="${asset('page.css')}" />
        ${head}
      </head>
      <body>
        <header class="city">
          <p>
            <a href="/?lang=${locale}">${cityName}</a>
          </p>
          ${inLanguage && languageList(locale, t('languages'), inLanguage)}
        </header>
        <main>${body}</main>
        <footer>
          <p><a href="/?lang=${locale}">${t('home')}</a> · <a href="/you?lang=${locale}">${t('you')}</a></p>
        </footer>
      </body>
    </html> `.text;
}

function languageList(locale: string, label: string, inLanguage: (locale: string) => string): Html {
  const item = ([tag, name]: [string, string]): Html => {
    const current = tag === locale && html` aria-current="true"`;
    return html`<li>
      <a href="${inLanguage(tag)}" hreflang="${tag}" lang="${tag}" dir="${directionOf(tag)}" ${current}>${name}</a>
    </li>`;
  };
  // Some of these addresses are embed addresses; here they are links and shall stay links.
  return html`<nav aria-label="${label}" data-portico="off">
    <ul role="list">
      ${Object.entries(languages).map(item)}
    </ul>
  </nav>`;
}
