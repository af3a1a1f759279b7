import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Settings } from '../settings/settings.js';

/** What a page is, which decides who may frame it and what it may load. */
export type PageKind = 'plain' | 'embed' | 'teaser';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Left out: `plain`. Asked only of answers that are HTML. */
    page?: PageKind;
  }
}

type Policy = Readonly<Record<string, string>>;

const written = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** A page of ours without a script: nothing can be run in it, whatever somebody managed to write into it. */
const plain: Policy = {
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

/** Data is no page. Where a browser shows it as one all the same, nothing runs and nobody frames it. */
const data = "default-src 'none'; frame-ancestors 'none'";

function policies(sites: readonly string[]): Record<PageKind | 'data', string> {
  const listed = ["'self'", ...sites].join(' ');
  return {
    plain: written(plain),
    // The one policy for markup is that of the templates; docs/csp.md says why there is no other.
    embed: written({
      ...plain,
      'script-src': "'self'",
      'connect-src': "'self'",
      'frame-ancestors': listed,
      'trusted-types': 'lit-html',
    }),
    teaser: written({ ...plain, 'form-action': "'none'", 'frame-ancestors': '*' }),
    data,
  };
}

/** Two years, in seconds: what the lists of browsers ask for at least is one. */
const twoYears = 63_072_000;

/** Abilities of a browser that no page of ours needs, nor may lend to a frame. */
const unused = ['camera', 'geolocation', 'microphone', 'payment', 'usb'].map(ability => `${ability}=()`).join(', ');

/** The same for what is refused before any route is found, and so passes none of the hooks below. */
export const headersBeforeRoutes = ({ protocol }: URL): Record<string, string> => ({
  'access-control-allow-origin': '*',
  'content-security-policy': data,
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  ...(protocol === 'https:' && { 'strict-transport-security': `max-age=${String(twoYears)}` }),
});

/**
 * The headers with which browsers protect readers, on every answer. What is the same for all comes from helmet; those of a page are chosen
 * when the answer is known to be HTML, so that no route can forget them.
 */
export async function protectReaders(app: FastifyInstance, { url, sites }: Pick<Settings, 'url' | 'sites'>): Promise<void> {
  const policy = policies(sites);
  const framed = { 'permissions-policy': unused };
  const alone = { ...framed, 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' };

  await app.register(helmet, {
    // By kind of answer, below.
    contentSecurityPolicy: false,
    crossOriginOpenerPolicy: false,
    // Pages of others take data, files and teasers from here; an isolated page needs this leave.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: url.protocol === 'https:' && { maxAge: twoYears, includeSubDomains: false },
    // `frame-ancestors` says the same, and by origin. The others are for browsers that nobody has any more.
    xFrameOptions: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    xDnsPrefetchControl: false,
    originAgentCluster: false,
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    if (String(reply.getHeader('content-type')).startsWith('text/html')) {
      const { page = 'plain' } = request.routeOptions.config;
      void reply.headers({ ...(page === 'plain' ? alone : framed), 'content-security-policy': policy[page] });
      // Only scripts ask for this leave, and no script of another site has a reason to read a page.
      reply.removeHeader('access-control-allow-origin');
      reply.removeHeader('access-control-expose-headers');
    } else {
      void reply.header('content-security-policy', policy.data);
    }
    done(null, payload);
  });
}
