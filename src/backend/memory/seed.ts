import type * as v from 'valibot';
import type { documentVersionSchema, passageSchema } from '../../model/document.js';
import type { pactVersionSchema } from '../../model/pact.js';
import type { Person } from '../../model/eligibility.js';
import type { processSchema } from '../../model/process.js';
import type { Verification } from '../../model/session.js';
import type { RichText } from '../../model/richtext.js';
import type { Text } from '../../model/text.js';
import type { Translatable } from '../../model/translations.js';
import type { BallotSeed } from './ballots/ballots-seed.js';
import type { ObservationsSeed } from './observations/observations-seed.js';

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

export type PassageSeed = Translatable<v.InferInput<typeof passageSchema>>;

export interface DocumentSeed {
  id: string;
  /** Id of its process. */
  process: string;
  title: Translatable<Text>;
  summary?: Translatable<RichText>;
  /** Oldest first, each with its passages in reading order. */
  versions: (Translatable<v.InferInput<typeof documentVersionSchema>> & { passages: PassageSeed[] })[];
  url?: string;
}

/** What a memory backend starts with. */
export interface MemorySeed {
  /** The city's own language; default `it`. */
  locale?: string;
  processes: ProcessSeed[];
  pacts: PactSeed[];
  documents?: DocumentSeed[];
  /** For each process in which observations are made. */
  observations?: ObservationsSeed[];
  ballots?: BallotSeed[];
}

/** Somebody who is signed in to a memory backend. With `person` the entitlement is worked out by the pact's own rules. */
export interface MemoryPerson {
  nickname: string;
  person?: Person;
  verification?: Verification;
  /** Left out: somebody who speaks for themselves alone. The others may write for somebody else. */
  role?: 'official' | 'hub-operator';
}
