import { pasted } from './site.mjs';

/** A page with nothing of its own but an icon, so that whatever is blocked on it is the widget's. */
export const bare = (city, { head = '', content = pasted(city) } = {}) =>
  `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>Che aria tira</title><link rel="icon" href="data:,">${head}</head><body>${content}</body></html>`;

/** A policy that forbids everything but this; the image is the page's icon. */
export const only = (...directives) =>
  ["default-src 'none'", 'img-src data:', ...directives, 'report-uri /csp-report'].join('; ');

/** Opens the text and the versions of the widget on the page; both come in chunks of their own. */
export async function openAll({ evaluate, until }) {
  await until(() => document.querySelectorAll('portico-pact-viewer').length === 1);
  await until(() => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('[aria-controls=versions]'));
  await evaluate(() => {
    const root = document.querySelector('portico-pact-viewer').shadowRoot;
    for (const button of root.querySelectorAll('.disclosure [aria-controls]')) button.click();
  });
  await until(() => document.querySelector('portico-pact-viewer').shadowRoot.querySelector('.comparison'));
}

/** Whether the link of the page is there to be followed. */
export const linkIsThere = () => document.querySelector('a.portico-embed').getBoundingClientRect().height > 0;

/** Whether the widget says that it has no data. */
export const saysThatItFailed = () =>
  document.querySelector('portico-pact-viewer')?.state?.type === 'failed' &&
  document.querySelector('portico-pact-viewer').shadowRoot.querySelector('.notice #title') !== null;
