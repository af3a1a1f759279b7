import { createTransport } from 'nodemailer';
import type { Settings } from '../settings/settings.js';
import { bad, good, messageOf, skipped, type Finding } from './finding.js';

/** How long another machine may take to answer, in milliseconds. */
const patience = 10_000;

const ask = (url: URL, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience), ...init });

/** The provider of identities: whether it says who it is, and that it is the one in the settings. */
export async function checkProvider({ issuer }: Pick<Settings, 'issuer'>): Promise<Finding> {
  if (!issuer) return skipped('provider', 'OIDC_ISSUER is not set: nobody can sign in');
  // OpenID Connect Discovery 1.0, section 4: the path is added after whatever path the issuer has.
  const address = new URL(`${issuer.href.replace(/\/$/, '')}/.well-known/openid-configuration`);
  try {
    const answer = await ask(address);
    if (!answer.ok) return bad('provider', `${address.href} answers ${String(answer.status)}. Look at OIDC_ISSUER.`);
    const { issuer: says } = (await answer.json()) as { issuer?: unknown };
    const same = typeof says === 'string' && says.replace(/\/$/, '') === issuer.href.replace(/\/$/, '');
    return same
      ? good('provider', issuer.href)
      : bad('provider', `it calls itself ${String(says)}. Set OIDC_ISSUER to exactly that.`);
  } catch (error) {
    return bad('provider', `${address.href}: ${messageOf(error)}. Look at OIDC_ISSUER, the network and the certificate.`);
  }
}

/** The mail server: whether it lets us in. No letter is sent. */
export async function checkMail({ smtpUrl }: Pick<Settings, 'smtpUrl'>): Promise<Finding> {
  if (smtpUrl === undefined) return skipped('mail', 'SMTP_URL is not set: letters are kept as files in the data folder');
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  try {
    await transport.verify();
    return good('mail', 'the server lets us in');
  } catch (error) {
    return bad('mail', `${messageOf(error)}. Look at SMTP_URL: host, port, user and password.`);
  } finally {
    transport.close();
  }
}

/** A hook of the city: whether somebody is there who takes our token. Nobody's data is sent. */
export async function checkHook(what: string, url: URL | undefined, token: string | undefined, name: string): Promise<Finding> {
  if (!url) return skipped(what, `${name}_URL is not set`);
  try {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const { status } = await ask(url, { method: 'HEAD', headers });
    if (status === 401 || status === 403) return bad(what, `it answers ${String(status)}. Look at ${name}_TOKEN.`);
    // Only POST is for us: that it knows no HEAD is no fault.
    return status < 500 ? good(what, 'somebody answers') : bad(what, `it answers ${String(status)}. Tell those who run it.`);
  } catch (error) {
    return bad(what, `${messageOf(error)}. Look at ${name}_URL, the network and the certificate.`);
  }
}
