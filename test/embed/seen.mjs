/** Questions that are asked inside a page, so each of them stands alone. */

/** How many widgets show their pact, in the document and in open shadow roots. */
export const shown = () => {
  const all = root =>
    [...root.querySelectorAll('*')].flatMap(element => [
      ...(element.localName === 'portico-pact-viewer' && element.shadowRoot?.querySelector('#title') ? [element] : []),
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  return all(document).length;
};

/** Whether there are this many. */
export const shows = count => {
  const all = root =>
    [...root.querySelectorAll('*')].flatMap(element => [
      ...(element.localName === 'portico-pact-viewer' && element.shadowRoot?.querySelector('#title') ? [element] : []),
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  return all(document).length >= count;
};

/** The title that the first widget shows. */
export const title = () => document.querySelector('portico-pact-viewer')?.shadowRoot?.querySelector('#title')?.textContent.trim();

/** Origins from which the page has loaded anything. */
export const origins = () =>
  [...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin))].sort();

/** What the page keeps in the browser. Something that is forbidden keeps nothing. */
export const kept = async () => {
  const count = read => {
    try {
      return read();
    } catch {
      return 0;
    }
  };
  return {
    cookies: count(() => document.cookie.length),
    local: count(() => localStorage.length),
    session: count(() => sessionStorage.length),
  };
};

/** How five elements of the page look, in all that a style sheet could change of them; how tall the page is, and so whether it has a scrollbar, does not count. */
export const hostLook = () =>
  ['body', '#masthead', '#headline', '#before', '#before a'].map(selector => {
    const style = getComputedStyle(document.querySelector(selector));
    const names = [...style].filter(name => !/^((block|inline)-size|height|width|(perspective|transform)-origin)$/.test(name));
    return names.map(name => `${name}: ${style.getPropertyValue(name)}`).join('; ');
  });

/** Whether everything stands inside the width of the page. */
export const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** Whether all style sheets of the page have come. */
export const styled = () => document.styleSheets.length === document.querySelectorAll('link[rel=stylesheet]').length;

/** Heights of all places where a widget is or could be: a paragraph with a link, a placeholder, a tag. */
export const placeHeights = () =>
  [...document.querySelectorAll('p:has(> a.portico-embed), [data-portico]:not(a), portico-pact-viewer')].map(
    ({ offsetHeight }) => offsetHeight,
  );
