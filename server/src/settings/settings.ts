import * as v from 'valibot';
import { address, count, flag, networks, oneOf, origins, text, textLike, type Definition } from './definition.js';

/** Every setting there is. The table in `docs/server.md` is made from it. */
export const definitions = {
  url: address('PORTICO_URL', 'The address under which people reach the server. Its host decides what counts as the own site.', {
    fallback: 'http://localhost:8080',
  }),
  host: text('HOST', 'The network address to listen on. Behind a proxy on another machine: `0.0.0.0`.', {
    fallback: 'localhost',
  }),
  port: count('PORT', 'The port to listen on.', { fallback: '8080', most: 65_535 }),
  cityName: text('PORTICO_CITY', 'The name of the municipality, as its pages and letters show it.', { fallback: 'Comune' }),
  locale: textLike('PORTICO_LOCALE', 'The language of the city, for readers of whom nothing else is known.', {
    form: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
    says: 'must be the tag of a language such as it or en',
    fallback: 'it',
  }),
  data: text(
    'PORTICO_DATA',
    'The folder of the embedded database, of the keys that are made at the first start, and of mail that is kept as files.',
    {
      fallback: './data',
    },
  ),
  databaseUrl: textLike(
    'DATABASE_URL',
    'A PostgreSQL server: `postgres://user:password@host/name`. Without it the database is embedded.',
    {
      form: /^postgres(ql)?:\/\/\S+$/,
      says: 'must begin with postgres://',
      secret: true,
    },
  ),
  databaseConnections: count('DATABASE_CONNECTIONS', 'How many connections one process keeps to the PostgreSQL server.', {
    fallback: '10',
  }),
  key: text(
    'PORTICO_KEY',
    'The secret behind every participation: 32 bytes in base64. **Lose it and everybody could take part a second time.** With an embedded database it is made at the first start and kept in the data folder.',
    { secret: true },
  ),
  attachments: text(
    'PORTICO_ATTACHMENTS',
    'The folder of what people attach. Without it: `attachments` in the data folder. Several servers need one folder that all of them see, or a bucket.',
  ),
  s3Bucket: text(
    'S3_BUCKET',
    'The bucket of an object store that speaks S3, for what people attach. With it no folder is used. The bucket must not be public.',
  ),
  s3Endpoint: address('S3_ENDPOINT', 'The address of the object store. Without it: that of Amazon in the region.'),
  s3Region: text('S3_REGION', 'The region of the bucket.', { fallback: 'eu-south-1' }),
  s3PathStyle: flag('S3_PATH_STYLE', 'Whether the bucket stands in the path of addresses, as most stores but Amazon’s want it.', {
    fallback: 'yes',
  }),
  s3Key: text('S3_ACCESS_KEY_ID', 'The name of the key of the object store. Without it: what the machine was given.'),
  s3Secret: text('S3_SECRET_ACCESS_KEY', 'The key of the object store.', { secret: true }),
  sites: origins('PORTICO_SITES', 'Origins of the sites that may frame embed pages, ask with the cookie, and be returned to.'),
  trustProxy: networks('PORTICO_PROXIES', 'Addresses or networks of the proxies whose `X-Forwarded-*` headers count.'),
  logLevel: oneOf('LOG_LEVEL', 'How much is logged.', ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    fallback: 'info',
  }),
  drainSeconds: count(
    'DRAIN_SECONDS',
    'For how many seconds after a signal to stop `/readyz` says no while requests are still taken. Behind a proxy that asks `/readyz`: a little longer than it takes to notice.',
    { fallback: '0' },
  ),
  files: text(
    'PORTICO_FILES',
    'The folder with the built widgets, served below `/portico/`. Without it: the one that was built with the server.',
  ),
  filesChange: flag(
    'PORTICO_FILES_CHANGE',
    'Whether the files of a release may still change, and so must not be kept by browsers: while somebody works on the widgets.',
    { fallback: 'no' },
  ),
  metricsToken: text(
    'METRICS_TOKEN',
    'What Prometheus sends as a bearer token. Without it `/metrics` answers this machine alone.',
    {
      secret: true,
    },
  ),

  issuer: address(
    'OIDC_ISSUER',
    'The OpenID Connect provider: the city’s own, or the certified proxy before SPID and CIE. Without it nobody can sign in.',
  ),
  clientId: text('OIDC_CLIENT_ID', 'The name under which the provider knows the server.', { fallback: 'portico' }),
  clientSecret: text('OIDC_CLIENT_SECRET', 'The secret that the provider gave for that name.', { secret: true }),
  scope: text('OIDC_SCOPE', 'What is asked of the provider.', { fallback: 'openid' }),
  prompt: text(
    'OIDC_PROMPT',
    'How the provider should ask. `login`: people prove anew who they are, since somebody else may have sat at the same computer. `provider` leaves it to the provider.',
    { fallback: 'login' },
  ),
  insecureProvider: flag('OIDC_ALLOW_HTTP', 'Whether the provider may be spoken to without TLS. For trials only.', {
    fallback: 'no',
  }),
  identityClaim: text(
    'OIDC_CLAIM_IDENTITY',
    'The claim that says who somebody is. A leading `TINIT-` is taken away; where it is missing, `sub` counts.',
    {
      fallback: 'fiscal_number',
    },
  ),
  birthDateClaim: text('OIDC_CLAIM_BIRTH_DATE', 'The claim with the date of birth, `YYYY-MM-DD`.', { fallback: 'birthdate' }),
  proofClaim: text(
    'OIDC_CLAIM_PROOF',
    'The claim that says how somebody proved who they are: `spid`, `cie`, `municipal-account`, `in-person`.',
    {
      fallback: 'identity_proof',
    },
  ),
  proof: text('OIDC_PROOF', 'What counts as that proof when the claim is missing.', { fallback: 'spid' }),
  rolesClaim: text('OIDC_CLAIM_ROLES', 'The claim with the roles of people who work for the city: `official`, `hub-operator`.', {
    fallback: 'roles',
  }),
  registryUrl: address(
    'REGISTRY_URL',
    'The hook of the city’s registry. It is asked at each sign-in where somebody lives and what ties them to the city.',
  ),
  registryToken: text('REGISTRY_TOKEN', 'What is sent to the registry as a bearer token.', { secret: true }),

  smtpUrl: textLike(
    'SMTP_URL',
    'The mail server: `smtps://user:password@host`. Without it letters are kept as files in the data folder.',
    { form: /^smtps?:\/\/\S+$/, says: 'must begin with smtp:// or smtps://', secret: true },
  ),
  mailFrom: textLike('MAIL_FROM', 'The sender of letters.', {
    form: /^[^\s@<>]+@[^\s@<>]+$/,
    says: 'must be an address such as partecipa@comune.example',
    fallback: 'partecipa@comune.example',
  }),
  protocolUrl: address('PROTOCOL_URL', 'The hook of the city’s protocol register. What is received is announced there.'),
  protocolToken: text('PROTOCOL_TOKEN', 'What is sent to the protocol register as a bearer token.', { secret: true }),

  dataLicence: address('OPEN_DATA_LICENCE', 'The licence under which others may use the open data of the city.', {
    fallback: 'https://creativecommons.org/licenses/by/4.0/',
  }),

  sessionMinutes: count('SESSION_MINUTES', 'After how many minutes without a request a session ends.', { fallback: '60' }),
  readsPerMinute: count('READS_PER_MINUTE', 'Reads of one address in a minute.', { fallback: '600' }),
  writesPerMinute: count('WRITES_PER_MINUTE', 'Writes of one session, or of one address without a session, in a minute.', {
    fallback: '30',
  }),
  signInsPerMinute: count('SIGN_INS_PER_MINUTE', 'Sign-ins begun from one address in a minute.', { fallback: '30' }),
} satisfies Record<string, Definition<unknown>>;

type Defined = typeof definitions;

/** Settings that hold nothing when they are not set. */
type MayBeMissing =
  | 'databaseUrl'
  | 'key'
  | 'attachments'
  | 's3Bucket'
  | 's3Endpoint'
  | 's3Key'
  | 's3Secret'
  | 'files'
  | 'metricsToken'
  | 'issuer'
  | 'clientSecret'
  | 'registryUrl'
  | 'registryToken'
  | 'smtpUrl'
  | 'protocolUrl'
  | 'protocolToken';

type ValueOf<Each> = Each extends Definition<infer Value> ? Value : never;

export type Settings = Readonly<{
  [Key in keyof Defined]: Key extends MayBeMissing ? ValueOf<Defined[Key]> | undefined : ValueOf<Defined[Key]>;
}>;

/** What is wrong with the environment, one line for each setting. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/**
 * Reads all settings. An empty variable counts as one that is not set.
 *
 * @throws SettingsError with every problem at once.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const values = Object.entries(definitions).map(([key, { name, fallback, schema }]: [string, Definition<unknown>]) => {
    const given = environment[name];
    const value = given === undefined || given === '' ? fallback : given;
    if (value === undefined) return [key, undefined] as const;
    const result = v.safeParse(schema, value);
    if (!result.success) problems.push(`${name}: ${result.issues[0].message}`);
    return [key, result.success ? result.output : undefined] as const;
  });
  const settings = Object.fromEntries(values) as Settings;
  problems.push(...contradictions(settings));
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

/** What each setting alone cannot say, of those that are right by themselves. */
function contradictions({ url, issuer, insecureProvider, databaseUrl, key, s3Key, s3Secret }: Partial<Settings>): string[] {
  const problems: string[] = [];
  if (url?.protocol === 'http:' && url.hostname !== 'localhost') {
    problems.push('PORTICO_URL: must begin with https://, since the cookie of a session needs it. Only localhost does without.');
  }
  if (url && (url.pathname !== '/' || url.search !== ''))
    problems.push('PORTICO_URL: must be a host and no more, without a path.');
  if (issuer?.protocol === 'http:' && insecureProvider === false) {
    problems.push('OIDC_ISSUER: must begin with https://. For a trial without TLS set OIDC_ALLOW_HTTP=yes.');
  }
  if (databaseUrl !== undefined && key === undefined) {
    problems.push('PORTICO_KEY: is needed with DATABASE_URL, the same for all processes. Make one with `portico-server key`.');
  }
  if ((s3Key === undefined) !== (s3Secret === undefined)) {
    problems.push(
      'S3_SECRET_ACCESS_KEY: goes together with S3_ACCESS_KEY_ID. Set both, or neither where the machine has a role.',
    );
  }
  return problems;
}
