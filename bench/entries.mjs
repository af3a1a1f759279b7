import { snippets } from './snippets.mjs';
import { render } from './vanilla/render.js';

/** The entry that all others are compared with. */
export const baseline = 'vanilla';

/** The quickest that a script can be: it is compared too, without a limit. */
export const quickest = 'vanilla-preloaded';

/** Names of the entries that are ours, and so have limits. */
export const ours = ['loader', 'loader-preloaded', 'pinned-preloaded', 'single-file'];

/**
 * What each entry adds to the page, by its name.
 *
 * @param city - Address of the city, which has the scripts and the data.
 * @param files - Folder of the built files.
 * @param pact - The pact as the API gives it.
 */
export async function entries({ city, files, pact }) {
  const pasted = await snippets(city, files);
  const api = `${city}/api/`;
  const data = `<link rel="preload" as="fetch" crossorigin="anonymous" href="${api}v1/pacts/${pact.id}?locale=it">`;
  const head = `<link rel="stylesheet" href="${city}/portico/vanilla/pact.css">
    <script type="module" src="${city}/portico/vanilla/pact.js"></script>`;
  const place = `<div class="pact" data-api="${api}" data-pact="${pact.id}"><a href="${city}/embed/pact-viewer/${pact.id}">Leggi il patto di partecipazione</a></div>`;
  return {
    html: {
      head: '<link rel="stylesheet" href="/pact.css">',
      content: `<div class="pact">${render(pact, `${api}v1/session/sign-in`)}</div>`,
    },
    [baseline]: { head, content: place },
    [quickest]: { head: data + head, content: place },
    loader: pasted({ preload: 'off' }),
    'loader-preloaded': pasted({ preload: 'widget' }),
    'pinned-preloaded': pasted({ preload: 'widget', pinned: true }),
    'single-file': pasted({ oneFile: true }),
  };
}
