import { directionOf } from '../../../src/i18n/language.js';
import { html, type Html } from './html.js';

export interface Page {
  /** Language of the page, a BCP 47 tag. */
  locale: string;
  title: string;
  /** The name of the municipality. */
  cityName: string;
  /** More for the head: links, scripts. */
  head?: Html | undefined;
  body: Html;
}

/** A whole page of the server. It reads well with the style sheet alone, and without it. */
export function page({ locale, title, cityName, head, body }: Page): string {
  return html`<!doctype html>
    <html lang="${locale}" dir="${directionOf(locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - ${cityName}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/page.css" />
        ${head}
      </head>
      <body>
        <header class="city"><p>${cityName}</p></header>
        <main>${body}</main>
      </body>
    </html> `.text;
}
