import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { languageOf, loginPage, nothingToDoPage } from './login-page.mjs';
import { memoryAdapter } from './memory-adapter.mjs';
import { claimsOf, people } from './people.mjs';

/** What the provider's own pages may do. A browser follows the form's redirects only to where the policy lets a form go. */
const policyFor = redirectUris =>
  [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    `form-action 'self' ${[...new Set(redirectUris.map(uri => new URL(uri).origin))].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

/** A body of a form that is longer than this is none of ours, in bytes. */
const longestForm = 1000;

const style = readFileSync(new URL('sign-in.css', import.meta.url));

/**
 * A real OpenID Connect provider for demonstrations and tests: code flow with PKCE, and a page on which somebody picks who they are
 * instead of proving it. It keeps everything in memory. Never let it stand before real participation.
 *
 * @param options.host - Must be another host name than the server's: cookies do not tell ports apart.
 * @param options.port - 0 takes a free one.
 * @param options.redirectUris - Where people may be sent back to.
 * @returns Its issuer, the client's name and secret, and how to stop it.
 */
export async function startProvider({
  port = 0,
  host = '127.0.0.1',
  redirectUris,
  clientId = 'portico',
  clientSecret = randomBytes(24).toString('base64url'),
}) {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const issuer = `http://${host}:${server.address().port}`;
  const provider = new Provider(issuer, configure({ redirectUris, clientId, clientSecret }));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries({
      'content-security-policy': policyFor(redirectUris),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })) {
      response.setHeader(name, value);
    }
    const { pathname } = new URL(request.url, issuer);
    if (pathname === '/sign-in.css') response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(style);
    else if (pathname.startsWith('/interaction/')) interact(provider, issuer, request, response);
    else answer(request, response);
  });
  return {
    issuer,
    clientId,
    clientSecret,
    close: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function configure({ redirectUris, clientId, clientSecret }) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const minutes = count => () => count * 60;
  return {
    adapter: memoryAdapter(),
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    // As SPID does: what is known of somebody comes with their attributes, and there is no address among it.
    claims: { openid: ['sub', ...Object.keys(claimsOf(people[0]))] },
    scopes: ['openid'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    clientBasedCORS: () => false,
    findAccount: (_context, id) => account(id),
    loadExistingGrant: agree,
    renderError: showError,
    ttl: {
      AccessToken: minutes(5),
      AuthorizationCode: minutes(1),
      Grant: minutes(10),
      IdToken: minutes(5),
      Interaction: minutes(10),
      Session: minutes(10),
    },
  };
}

function account(id) {
  const person = people.find(each => each.id === id);
  return person && { accountId: id, claims: () => ({ sub: id, ...claimsOf(person) }) };
}

/** Nobody is asked a second time whether the city may know what it asked for. */
async function agree({ oidc }) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

function showError(context) {
  context.type = 'html';
  context.body = nothingToDoPage(languageOf({ accepted: context.get('accept-language') }));
}

/** The page of choices, and what somebody chose on it. */
async function interact(provider, issuer, request, response) {
  const { searchParams } = new URL(request.url, issuer);
  const accepted = request.headers['accept-language'];
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  try {
    const { uid, params } = await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
      const language = languageOf({ chosen: searchParams.get('lang') ?? undefined, wished: params.ui_locales, accepted });
      response.end(loginPage(uid, language));
      return;
    }
    const form = await readForm(request);
    const chosen = form.get('person');
    const result = people.some(({ id }) => id === chosen)
      ? { login: { accountId: chosen, remember: false } }
      : { error: 'access_denied', error_description: 'Nobody was chosen.' };
    await provider.interactionFinished(request, response, result);
  } catch {
    // Most often the interaction is over, or this browser never began it.
    if (!response.headersSent) response.writeHead(400);
    response.end(nothingToDoPage(languageOf({ accepted })));
  }
}

async function readForm(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > longestForm) throw new Error('The form is too long.');
  }
  return new URLSearchParams(text);
}
