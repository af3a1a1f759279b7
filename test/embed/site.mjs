import { strictPolicy } from '../../scripts/serve.mjs';

/** Attributes of a script tag. */
const attributes = values =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

/** The link that an editor pastes. */
export const link = (city, { query = '', pact = 'aria-clima-2026', words = 'Leggi il patto', name = 'embed' } = {}) =>
  `<a class="portico-${name}" href="${city}/embed/pact-viewer/${pact}${query}">${words}</a>`;

export const pasted = (city, options) => `<p>${link(city, options)}</p>`;

/** The script tag of the loader. */
export const loaderTag = (city, { folder = '0', classic = false, ...data } = {}) =>
  classic
    ? `<script defer crossorigin="anonymous" src="${city}/portico/${folder}/loader.classic.js"${attributes(data)}></script>`
    : `<script type="module" src="${city}/portico/${folder}/loader.js"${attributes(data)}></script>`;

export const stylesTag = city => `<link rel="stylesheet" href="${city}/portico/0/portico.css" crossorigin="anonymous">`;

/** The policy of a careful page that takes its widgets, their data and their style from the city and lets in nobody else. */
export const policy = (city, { trustedTypes = 'lit-html' } = {}) =>
  [
    "default-src 'none'",
    `script-src 'self' ${city}`,
    `style-src 'self' ${city}`,
    `connect-src ${city}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    ...(trustedTypes ? [`trusted-types ${trustedTypes}`] : []),
    'report-uri /csp-report',
  ].join('; ');

/**
 * A page of a site that is not ours: text, the widget in it, text.
 *
 * @param head - What the web team put into the head of every page.
 * @param content - What an editor put into this one.
 */
export const page = ({ head = '', content = '', html = 'lang="it"' }) => `<!doctype html>
<html ${html}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>La Gazzetta di Pontelago</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/site.css">
    ${head}
  </head>
  <body>
    <header id="masthead"><p>La Gazzetta di Pontelago</p></header>
    <main>
      <h1 id="headline">Che aria tira</h1>
      <p id="before">Il piano si decide entro l’anno. <a href="/altro">Un’altra pagina</a></p>
      ${content}
      <p id="after">Il testo che segue.</p>
    </main>
  </body>
</html>
`;

const siteCss = `body { margin: 0; font: 18px/1.5 Georgia, serif; } main { max-inline-size: 60em; margin: auto; padding: 1em; }`;

/**
 * Answers for the site: `pages` by path, each with its HTML and, where it has one, its own policy. Give it to `serve` as `answer`.
 */
export function siteAnswer(pages) {
  return (request, response, { pathname }) => {
    const send = (body, headers) => {
      response.writeHead(200, { 'cache-control': 'no-store', ...headers });
      response.end(body);
      return true;
    };
    if (pathname === '/site.css') return send(siteCss, { 'content-type': 'text/css' });
    const found = pages.get(pathname);
    if (!found) return false;
    const type = found.type ?? 'text/html; charset=utf-8';
    return send(found.body, { 'content-type': type, 'content-security-policy': found.policy ?? strictPolicy, ...found.headers });
  };
}
