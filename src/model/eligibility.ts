import * as v from 'valibot';
import { openEnum, type OpenEnum } from './open-enum.js';
import type { Refusal, RefusalReason, Verification } from './session.js';
import { textSchema } from './text.js';
import { plainDateSchema } from './time.js';

/** A tie with the city. A city user is somebody with a steady tie by study, work or other. */
export type Tie = 'resident' | 'city-user' | 'anyone';

/** How a person proves who they are. `in-person` is a desk with an identity card. */
export type IdentityProof = 'spid' | 'cie' | 'municipal-account' | 'in-person' | 'none';

const age = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(150));

/** Who may take part: age in completed years, one of the ties, one of the districts, one of the proofs of identity. */
export const eligibilitySchema = v.object({
  minAge: v.exactOptional(age),
  maxAge: v.exactOptional(age),
  /** Any one of them is enough. An empty list asks for none. */
  ties: v.optional(v.array(openEnum<Tie>()), []),
  /** Where the city asks only some of its districts: their tokens, with the names people know. Empty: the whole city. */
  districts: v.optional(v.array(openEnum()), []),
  /** Any one of them is enough. An empty list asks for none. */
  identity: v.optional(v.array(openEnum<IdentityProof>()), []),
  /** Whether the electoral roll is asked (in Italy: referendums). */
  electoralRoll: v.optional(v.boolean(), false),
  /** Whether the city must have checked who somebody is. When not, what a person says about themselves counts. */
  verified: v.optional(v.boolean(), true),
  note: v.exactOptional(textSchema),
});

export type Eligibility = v.InferOutput<typeof eligibilitySchema>;

/** What a server knows of a person when it decides. A widget never sees this. */
export const personSchema = v.object({
  birthDate: v.exactOptional(plainDateSchema),
  ties: v.array(v.string()),
  /** The token of the district of the city where they live or have their tie. */
  district: v.exactOptional(v.string()),
  identity: v.exactOptional(v.string()),
  onElectoralRoll: v.optional(v.boolean(), false),
  /** How far the city is with checking who they are; left out where it has. */
  verification: v.exactOptional(v.picklist(['missing', 'pending', 'granted'])),
});

export type Person = v.InferOutput<typeof personSchema>;

/**
 * Completed years on a day. Somebody born on 29 February completes a year on 1 March of a common year.
 *
 * @param birthDate - `YYYY-MM-DD`
 * @param on - `YYYY-MM-DD`
 */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/**
 * Every reason why a person may not take part; an empty list means that they may.
 *
 * @param on - The day that counts, `YYYY-MM-DD`, in the time zone of the process.
 */
export function refusalsFor(eligibility: Eligibility, person: Person, on: string): Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (value: RefusalReason): void => void refusals.push({ reason: { value } });

  const { minAge, maxAge } = eligibility;
  if (minAge !== undefined || maxAge !== undefined) {
    const years = person.birthDate === undefined ? undefined : ageOn(person.birthDate, on);
    if (years === undefined || years < (minAge ?? 0) || years > (maxAge ?? Infinity)) refuse('age');
  }
  if (!accepts(eligibility.ties, 'anyone', person.ties)) refuse('tie');
  if (!accepts(eligibility.districts, '', person.district === undefined ? [] : [person.district])) refuse('district');
  if (!accepts(eligibility.identity, 'none', person.identity === undefined ? [] : [person.identity])) refuse('identity');
  if (eligibility.electoralRoll && !person.onElectoralRoll) refuse('register');
  return refusals;
}

/**
 * Whether a person may take part, as a session says it. Who has not been checked is first told that, since the answer to every other
 * question can change by it.
 *
 * @param on - The day that counts, `YYYY-MM-DD`, in the time zone of the process.
 */
export function verificationFor(eligibility: Eligibility, person: Person, on: string): Verification {
  const { verification = 'granted' } = person;
  if (eligibility.verified && verification !== 'granted') return { status: { value: verification }, refusals: [] };
  const refusals = refusalsFor(eligibility, person, on);
  return { status: { value: refusals.length === 0 ? 'granted' : 'refused' }, refusals };
}

function accepts(asked: readonly OpenEnum<string>[], everybody: string, has: readonly string[]): boolean {
  return asked.length === 0 || asked.some(({ value }) => value === everybody || has.includes(value));
}
