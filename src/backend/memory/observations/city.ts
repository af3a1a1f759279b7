import type { ContentsLine, Passage } from '../../../model/document.js';
import type { Eligibility } from '../../../model/eligibility.js';
import type { Process } from '../../../model/process.js';
import type { Text } from '../../../model/text.js';
import type { ReadOptions } from '../../backend.js';
import type { MemoryPerson } from '../seed.js';
import type { ObservationsSeed } from './observations-seed.js';

/** What the observations of a memory backend need to know of the rest of it. */
export interface MemoryCity {
  readonly seeds: readonly ObservationsSeed[];
  now(): Date;
  /** Waits and fails as the conditions say. */
  enter(operation: string, options?: ReadOptions): Promise<void>;
  /** How long each call takes, in milliseconds. */
  latency(): number;
  /** Takes one language out of a part of the seed. */
  speak(part: unknown, options?: ReadOptions): unknown;
  /** @throws BackendError `not-found` */
  process(id: string, options?: ReadOptions): Process;
  /** Who is signed in. */
  person(): MemoryPerson | undefined;
  /** Whether this person may take part. */
  mayTakePart(process: string): boolean;
  /** The rule of the pact of a process. */
  pactEligibility(process: string): Eligibility | undefined;
  /** A passage of a version, in the city's own language. */
  passage(document: string, version: number, id: string): Passage | undefined;
  /** Passages of the current version of a document, in reading order. */
  contents(document: string): readonly Pick<ContentsLine, 'id'>[];
  /** How people call a passage. */
  passageName(document: string, passage: string, options?: ReadOptions): Text | undefined;
}
