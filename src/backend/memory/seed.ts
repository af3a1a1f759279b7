import type * as v from 'valibot';
import type { pactVersionSchema } from '../../model/pact.js';
import type { Person } from '../../model/eligibility.js';
import type { processSchema } from '../../model/process.js';
import type { Verification } from '../../model/session.js';
import type { Translatable } from '../../model/translations.js';

export type ProcessSeed = Translatable<v.InferInput<typeof processSchema>>;
export type PactVersionSeed = Translatable<v.InferInput<typeof pactVersionSchema>>;

export interface PactSeed {
  id: string;
  /** Id of its process. */
  process: string;
  /** Oldest first. */
  versions: PactVersionSeed[];
  url?: string;
}

/** What a memory backend starts with. */
export interface MemorySeed {
  /** The city's own language; default `it`. */
  locale?: string;
  processes: ProcessSeed[];
  pacts: PactSeed[];
}

/** Somebody who is signed in to a memory backend. With `person` the entitlement is worked out by the pact's own rules. */
export interface MemoryPerson {
  nickname: string;
  person?: Person;
  verification?: Verification;
}
