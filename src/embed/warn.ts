/** What can be wrong with a page. The words for it are in `advice.ts`, which comes only when they are needed. */
export type Problem = 'untrusted' | 'no-widget' | 'no-subject' | 'no-component' | 'not-loaded' | 'two-versions';

export type Warn = (problem: Problem, ...facts: readonly string[]) => void;

/**
 * Makes the function that says once what is wrong and how to mend it. A page is never broken by a widget that is missing, so nothing is
 * ever thrown.
 *
 * @param advice - Brings the words. Where they do not come either, the bare facts must do.
 */
export function warner(advice: () => Promise<unknown>): Warn {
  const said = new Set<string>();
  return (problem, ...facts) => {
    const key = [problem, ...facts].join(' ');
    if (said.has(key)) return;
    said.add(key);
    advice().then(
      module => console.warn(`Portico: ${(module as typeof import('./advice.js')).advise(problem, facts)}`),
      () => console.warn('Portico:', key),
    );
  };
}
