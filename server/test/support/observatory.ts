import type { LightMyRequestResponse } from 'fastify';

/** What a page answered, as far as the criteria look at it. */
export interface Answered {
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

export const answered = ({ headers, body }: LightMyRequestResponse): Answered => ({
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  ),
  body,
});

/** The directives of a policy, by name. */
export function directivesOf({ headers }: Answered): Map<string, string[]> {
  const policy = headers['content-security-policy'] ?? '';
  return new Map(
    policy.split(';').map(part => {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

/** What holds for a directive: its own sources, else those of `default-src`. */
const sourcesOf = (answer: Answered, directive: string): string[] => {
  const directives = directivesOf(answer);
  return directives.get(directive) ?? directives.get('default-src') ?? ['*'];
};

const wide = /^(\*|https?:|data:|blob:|'unsafe-.*|.*\*.*)$/;

const seconds = (header: string | undefined): number => Number(/max-age=(\d+)/.exec(header ?? '')?.[1] ?? 0);

/** Half a year. */
const leastSeconds = 15_768_000;

/**
 * What the HTTP Observatory of Mozilla asks of a site (its documentation, "Tests & Scoring", as of 2026), criterion by criterion, with what
 * must hold so that nothing is taken off the score. The redirection from HTTP to HTTPS is the proxy's, and cookies have a test of
 * their own, since pages for everybody set none.
 */
export const criteria: readonly (readonly [criterion: string, asks: string, holds: (answer: Answered) => boolean])[] = [
  [
    'content-security-policy',
    'a policy that falls back to nothing',
    answer => directivesOf(answer).get('default-src')?.join() === "'none'",
  ],
  [
    'content-security-policy: scripts',
    "no 'unsafe-inline', no 'unsafe-eval', no data:, no whole schemes, no wildcard",
    answer => sourcesOf(answer, 'script-src').every(source => !wide.test(source)),
  ],
  ['content-security-policy: plugins', 'object-src is closed', answer => sourcesOf(answer, 'object-src').join() === "'none'"],
  [
    'content-security-policy: styles',
    "no 'unsafe-inline', no whole schemes",
    answer => sourcesOf(answer, 'style-src').every(source => !wide.test(source)),
  ],
  [
    'content-security-policy: base and forms',
    'base-uri and form-action are said, since they do not fall back',
    answer =>
      directivesOf(answer).get('base-uri')?.join() === "'none'" &&
      /^'(self|none)'$/.test(String(directivesOf(answer).get('form-action'))),
  ],
  [
    'x-frame-options',
    'who may frame a page is said, by frame-ancestors',
    answer => (directivesOf(answer).get('frame-ancestors') ?? []).length > 0,
  ],
  ['cookies', 'no cookie for a page that needs none', answer => answer.headers['set-cookie'] === undefined],
  [
    'cross-origin-resource-sharing',
    'no other site reads the page by script',
    answer => answer.headers['access-control-allow-origin'] === undefined,
  ],
  [
    'referrer-policy',
    'no address of a page reaches other sites whole',
    answer =>
      /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(answer.headers['referrer-policy'] ?? ''),
  ],
  [
    'strict-transport-security',
    'at least half a year',
    answer => seconds(answer.headers['strict-transport-security']) >= leastSeconds,
  ],
  [
    'subresource-integrity',
    'scripts come from the own origin, else they have a hash',
    answer =>
      [...answer.body.matchAll(/<script[^>]*\ssrc="([^"]*)"/g)].every(
        ([, source = '']) => source.startsWith('/') && !source.startsWith('//'),
      ),
  ],
  ['x-content-type-options', 'nosniff', answer => answer.headers['x-content-type-options'] === 'nosniff'],
  [
    'cross-origin-resource-policy',
    'who may take the page into theirs is said',
    answer => /^(same-origin|same-site|cross-origin)$/.test(answer.headers['cross-origin-resource-policy'] ?? ''),
  ],
  // The Observatory does not ask for these two; the server promises them all the same.
  [
    'trusted types',
    'no text becomes a script or markup in the page',
    answer =>
      directivesOf(answer).get('require-trusted-types-for')?.join() === "'script'" && directivesOf(answer).has('trusted-types'),
  ],
  [
    'inline code',
    'there is no inline script, no handler and no inline style that a policy would have to let in',
    answer => !/<script(?![^>]*\ssrc=)|\son\w+="|\sstyle="|<style/i.test(answer.body),
  ],
];
