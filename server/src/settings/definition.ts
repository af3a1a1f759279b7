import { isIP } from 'node:net';
import * as v from 'valibot';

/** One setting: its name in the environment, what it is for, and how its text becomes a value. */
export interface Definition<Value> {
  readonly name: string;
  /** One or two sentences for the table in the manual. */
  readonly about: string;
  /** What holds when the variable is not set, as text; absent where there is no default. */
  readonly fallback: string | undefined;
  /** Whether it must not be shown: in logs and by `doctor` it reads as `set`. */
  readonly secret: boolean;
  readonly schema: v.GenericSchema<string, Value>;
}

interface Rest {
  fallback?: string;
  secret?: boolean;
}

function define<Value>(
  name: string,
  about: string,
  schema: v.GenericSchema<string, Value>,
  { fallback, secret = false }: Rest,
): Definition<Value> {
  return { name, about, fallback, secret, schema };
}

/** A text; without a default it may be missing. */
export const text = (name: string, about: string, rest: Rest = {}): Definition<string> =>
  define(name, about, v.pipe(v.string(), v.trim()), rest);

/** A text of which only some forms make sense. `says`: 'must be …', without repeating what was given, which may be secret. */
export const textLike = (
  name: string,
  about: string,
  { form, says, ...rest }: Rest & { form: RegExp; says: string },
): Definition<string> => define(name, about, v.pipe(v.string(), v.trim(), v.regex(form, says)), rest);

/** A whole number of something; `about` says of what. */
export const count = (
  name: string,
  about: string,
  { most = Number.MAX_SAFE_INTEGER, ...rest }: Rest & { most?: number } = {},
): Definition<number> =>
  define(
    name,
    about,
    v.pipe(
      v.string(),
      v.regex(/^\d+$/, 'must be a whole number'),
      v.transform(Number),
      v.number(),
      v.maxValue(most, `must be ${String(most)} at most`),
    ),
    rest,
  );

export const flag = (name: string, about: string, rest: Rest = {}): Definition<boolean> =>
  define(
    name,
    about,
    v.pipe(
      v.string(),
      v.picklist(['yes', 'no'], 'must be yes or no'),
      v.transform(value => value === 'yes'),
    ),
    rest,
  );

export const oneOf = <const Value extends string>(
  name: string,
  about: string,
  values: readonly Value[],
  rest: Rest = {},
): Definition<Value> => define(name, about, v.picklist(values, `must be one of ${values.join(', ')}`), rest);

/** Network addresses or networks, `10.0.0.0/8`, with blanks or commas between them. */
export const networks = (name: string, about: string, rest: Rest = {}): Definition<string[]> =>
  define(
    name,
    about,
    v.pipe(listSchema, v.array(v.pipe(v.string(), v.check(isNetwork, 'must be addresses or networks such as 10.0.0.0/8')))),
    { fallback: '', ...rest },
  );

/** Origins of sites, `https://www.comune.example`, with blanks or commas between them. */
export const origins = (name: string, about: string, rest: Rest = {}): Definition<string[]> =>
  define(
    name,
    about,
    v.pipe(listSchema, v.array(v.pipe(v.string(), v.check(isOrigin, 'must be an origin such as https://www.comune.example')))),
    { fallback: '', ...rest },
  );

/** An address of the web. */
export const address = (name: string, about: string, rest: Rest = {}): Definition<URL> =>
  define(
    name,
    about,
    v.pipe(
      v.string(),
      v.check(isOfTheWeb, 'must be an address such as https://partecipa.comune.example'),
      v.transform(value => new URL(value)),
    ),
    rest,
  );

const listSchema = v.pipe(
  v.string(),
  v.transform(value => value.split(/[\s,]+/).filter(part => part !== '')),
  v.array(v.string()),
);

function isOfTheWeb(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

/** Names for networks that everybody has, beside those written in digits. */
const namedNetworks = new Set(['loopback', 'linklocal', 'uniquelocal']);

function isNetwork(value: string): boolean {
  const [address = '', bits, ...others] = value.split('/');
  if (others.length > 0) return false;
  const kind = isIP(address);
  if (kind === 0) return bits === undefined && namedNetworks.has(value);
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (kind === 4 ? 32 : 128));
}

function isOrigin(value: string): boolean {
  return isOfTheWeb(value) && new URL(value).origin === value;
}
