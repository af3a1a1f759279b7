/**
 * Runs in the page before anything else and takes down what happens there; the rest is read from `globalThis.bench` later. It looks once
 * in each frame whether the pact stands there, through shadow roots.
 *
 * @param wanted - `title` and `brief`: the words of the heading, and those of each paragraph of the text in brief.
 */
export function probe(wanted) {
  // Frames inside the page are none of ours.
  if (globalThis !== globalThis.top) return;
  const bench = (globalThis.bench = { paint: undefined, shift: 0, longest: 0, blocked: 0 });

  const says = (root, selector, words) =>
    [...root.querySelectorAll(selector)].some(
      element => element.textContent.replace(/\s+/g, ' ').trim() === words && element.getBoundingClientRect().height > 0,
    );

  const roots = root => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : [])),
  ];

  const look = () => {
    const all = roots(document);
    const seen = (selector, words) => all.some(root => says(root, selector, words));
    if (seen('h1, h2, h3', wanted.title) && wanted.brief.every(words => seen('p', words))) bench.paint = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  const observe = (type, onEntry) =>
    new PerformanceObserver(list => list.getEntries().forEach(onEntry)).observe({ type, buffered: true });
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) bench.shift += value;
  });
  observe('longtask', ({ duration }) => {
    bench.longest = Math.max(bench.longest, duration);
    bench.blocked += Math.max(0, duration - 50);
  });
}
