import * as v from 'valibot';
import { plainDateSchema } from '../../../src/model/time.js';
import type { Settings } from '../settings/settings.js';
import type { Role } from './visitor.js';

/** What a provider says of somebody. Nothing in it is sure to be there but `iss` and `sub`. */
export type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

type ClaimSettings = Pick<Settings, 'identityClaim' | 'birthDateClaim' | 'proofClaim' | 'proof' | 'rolesClaim'>;

/** What the claims come to, in the words of the city. */
export interface Claimed {
  /** Who it is: a fiscal code, or issuer and subject with a bar between them. */
  readonly identity: string;
  /** Only where the provider gave one. */
  readonly fiscalCode: string | undefined;
  readonly birthDate: string | undefined;
  readonly proof: string;
  readonly roles: readonly Role[];
}

const roles: readonly Role[] = ['official', 'hub-operator'];

const code = v.pipe(
  v.string(),
  // Blanks are for readers: with them and without, it is the same person.
  v.transform(text => text.replace(/\s/g, '')),
  v.toUpperCase(),
  v.regex(/^[A-Z0-9:._-]{1,200}$/),
);
const token = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const tokens = v.union([
  v.array(v.string()),
  v.pipe(
    v.string(),
    v.transform(text => text.split(/[\s,]+/)),
  ),
]);

/**
 * Reads what the provider says of somebody, by the names that the settings give. A claim of the wrong shape counts as missing. Where
 * somebody lives is never taken from here: an address says nothing about ties, and is not kept up to date.
 *
 * @param today - `YYYY-MM-DD`; nobody is born after it.
 */
export function readClaims(claims: Claims, settings: ClaimSettings, today: string): Claimed {
  const given = v.safeParse(code, claims[settings.identityClaim]);
  const fiscalCode = given.success ? withoutCountry(given.output) : undefined;
  const proof = v.safeParse(token, claims[settings.proofClaim]);
  const named = v.safeParse(tokens, claims[settings.rolesClaim]);
  return {
    identity: fiscalCode ?? `${claims.iss}|${claims.sub}`,
    fiscalCode,
    birthDate: birthDate(claims[settings.birthDateClaim], today),
    proof: proof.success ? proof.output : settings.proof,
    roles: named.success ? roles.filter(role => named.output.includes(role)) : [],
  };
}

/** SPID and eIDAS write Italian fiscal codes as `TINIT-…`, other providers without. It must be the same person either way. */
function withoutCountry(given: string): string | undefined {
  const rest = given.replace(/^TINIT-/, '');
  return rest === '' ? undefined : rest;
}

function birthDate(claim: unknown, today: string): string | undefined {
  if (!v.is(plainDateSchema, claim)) return undefined;
  const day = new Date(`${claim}T00:00:00Z`);
  // The schema lets 30 February pass, and OpenID Connect writes 0000 for a year that is not told.
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === claim;
  return exists && claim >= '1850-01-01' && claim <= today ? claim : undefined;
}
