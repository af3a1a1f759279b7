import * as openid from 'openid-client';
import type { Settings } from '../settings/settings.js';
import type { Claims } from './claims.js';

/** How long the provider may take for one answer, in seconds. */
const patience = 10;

/** After this long the provider is asked anew for its addresses and keys, in milliseconds. */
const freshness = 60 * 60 * 1000;

/** What has to be known again when somebody comes back from the provider. */
export interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

type ProviderSettings = Pick<
  Settings,
  'url' | 'issuer' | 'clientId' | 'clientSecret' | 'scope' | 'prompt' | 'insecureProvider' | 'identityClaim'
>;

/** The provider cannot be asked now: none is set, or it does not answer. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
}

/** The OpenID Connect provider, as the server uses it: code flow with PKCE. It may be down while the server starts. */
export class OpenIdProvider {
  private _known: { at: number; configuration: openid.Configuration } | undefined;
  private _asking: Promise<openid.Configuration> | undefined;

  constructor(private readonly _settings: ProviderSettings) {}

  /**
   * Where to send somebody who wants to sign in.
   *
   * @param locale - In which language the provider should speak.
   * @throws ProviderAway
   */
  async depart(locale: string): Promise<Departure & { url: URL }> {
    const { scope, prompt } = this._settings;
    const configuration = await this._configuration();
    const departure = { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() };
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this._redirectUri.href,
      scope,
      state: departure.state,
      nonce: departure.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(departure.verifier),
      code_challenge_method: 'S256',
      ui_locales: locale,
      ...(prompt !== 'provider' && { prompt }),
    });
    return { ...departure, url };
  }

  /**
   * What the provider says of somebody who came back. It is asked once more where the token does not say who it is.
   *
   * @param search - The query of the address to which they came back.
   * @throws when the provider refused, or its answer is not the one to this departure.
   */
  async arrive(search: string, { state, nonce, verifier }: Departure): Promise<Claims> {
    const configuration = await this._configuration();
    const here = this._redirectUri;
    here.search = search;
    const tokens = await openid.authorizationCodeGrant(configuration, here, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('the provider sent no ID token');
    const { userinfo_endpoint: more } = configuration.serverMetadata();
    if (more === undefined || this._settings.identityClaim in claims) return claims;
    // What the token says about itself, such as its issuer, nobody overwrites.
    return { ...(await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
  }

  private get _redirectUri(): URL {
    return new URL('/sign-in/callback', this._settings.url);
  }

  /** Found out once and kept for a while; several people at once wait for the same answer. A failure is never kept. */
  private async _configuration(): Promise<openid.Configuration> {
    const known = this._known;
    if (known && Date.now() - known.at < freshness) return known.configuration;
    this._asking ??= this._discover().finally(() => (this._asking = undefined));
    try {
      const configuration = await this._asking;
      this._known = { at: Date.now(), configuration };
      return configuration;
    } catch (error) {
      if (known) return known.configuration;
      throw new ProviderAway('the provider did not say where it is', { cause: error });
    }
  }

  private async _discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret, insecureProvider } = this._settings;
    if (!issuer) throw new ProviderAway('OIDC_ISSUER is not set');
    const authentication = clientSecret === undefined ? openid.None() : authenticate(clientSecret);
    return openid.discovery(issuer, clientId, {}, authentication, {
      timeout: patience,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to be noticed; OIDC_ALLOW_HTTP is for trials only
      ...(insecureProvider && { execute: [openid.allowInsecureRequests] }),
    });
  }
}

/** By the header where the provider takes it, as the standard would have it; some take the body alone. */
function authenticate(secret: string): openid.ClientAuth {
  const [basic, post] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const { token_endpoint_auth_methods_supported: taken } = server;
    const way = !taken || taken.includes('client_secret_basic') ? basic : post;
    way(server, client, body, headers);
  };
}
