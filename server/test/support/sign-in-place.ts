import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { FastifyBaseLogger } from 'fastify';
import type { Browser } from './browser.js';
import { startProvider, startRegistry } from './demonstration.js';
import { testCity, type Engine, type TestCity } from './test-city.js';

export const callback = '/sign-in/callback';

/** The cookie of a session. */
export const sessionCookie = '__Host-portico';

export interface SignInPlace {
  place: TestCity;
  /** Where the server answers over the network. */
  url: string;
  /** Goes to the provider, picks somebody there, and stops before coming back. @returns The address of the way back. */
  leave: (browser: Browser, person: string, back?: string) => Promise<string>;
  /** All the way. @returns What the callback answered. */
  signIn: (browser: Browser, person: string, back?: string) => Promise<Response>;
  /** What the server says of who is looking. */
  session: (browser: Browser, process?: string) => Promise<Response>;
  /** Lets the provider answer that was down. */
  wakeProvider: () => Promise<void>;
  /** The headers of a write from the city's own page. */
  writing: () => Record<string, string>;
  close: () => Promise<void>;
}

interface Options {
  log?: FastifyBaseLogger;
  environment?: Record<string, string>;
  now?: () => Date;
  /** Whether nobody answers at the address of the provider. */
  providerDown?: boolean;
  registryDown?: boolean;
}

/** A server that listens on localhost, with a real provider and a registry beside it on 127.0.0.1. */
export async function signInPlace(
  engine: Engine,
  { environment, now, log, providerDown = false, registryDown = false }: Options = {},
): Promise<SignInPlace> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const redirectUris = [url + callback];
  let provider = await startProvider({ redirectUris });
  const token = randomUUID();
  const registry = await startRegistry({ token });
  let awake = !providerDown;
  if (!awake) await provider.close();
  if (registryDown) await registry.close();
  const place = await testCity(engine, {
    ...(now && { now }),
    ...(log && { log }),
    environment: {
      PORTICO_URL: url,
      PORT: String(port),
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_ALLOW_HTTP: 'yes',
      REGISTRY_URL: registry.url,
      REGISTRY_TOKEN: token,
      SIGN_INS_PER_MINUTE: '1000',
      ...environment,
    },
  });
  await place.app.listen({ host: 'localhost', port });

  const leave = async (browser: Browser, person: string, back = '/'): Promise<string> => {
    const begun = await browser.open(`${url}/api/v1/session/sign-in?${new URLSearchParams({ return: back }).toString()}`);
    const page = await browser.follow(begun);
    const sent = await browser.send(page.url, person === 'nobody' ? { cancel: 'yes' } : { person });
    return (await browser.follow(sent, url)).url;
  };
  return {
    place,
    url,
    leave,
    signIn: async (browser, person, back) => browser.open(await leave(browser, person, back)),
    session: (browser, process = 'parco') =>
      browser.open(`${url}/api/v1/session?process=${process}`, { headers: { accept: 'application/json' } }),
    async wakeProvider() {
      const { clientSecret, issuer } = provider;
      provider = await startProvider({ redirectUris, clientSecret, port: Number(new URL(issuer).port) });
      awake = true;
    },
    writing: () => ({ origin: url, 'idempotency-key': randomUUID() }),
    async close() {
      await place.close();
      if (awake) await provider.close();
      if (!registryDown) await registry.close();
    },
  };
}

/** A port on which nobody listens: the provider must know the address of the way back beforehand. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
