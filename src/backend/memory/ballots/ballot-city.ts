import type { Eligibility } from '../../../model/eligibility.js';
import type { Process } from '../../../model/process.js';
import type { Verification } from '../../../model/session.js';
import type { ReadOptions } from '../../backend.js';
import type { MemoryPerson } from '../seed.js';
import type { BallotSeed } from './ballots-seed.js';

/** What the ballots of a memory backend need to know of the rest of it. */
export interface BallotCity {
  readonly seeds: readonly BallotSeed[];
  now(): Date;
  /** Waits and fails as the conditions say. */
  enter(operation: string, options?: ReadOptions): Promise<void>;
  /** Takes one language out of a part of the seed. */
  speak(part: unknown, options?: ReadOptions): unknown;
  /** @throws BackendError `not-found` */
  process(id: string, options?: ReadOptions): Process;
  /** Who is signed in. */
  person(): MemoryPerson | undefined;
  /** Whether whoever is signed in fulfils a rule. */
  verification(process: string, eligibility: Eligibility): Verification;
  /** Who may take part in a process, where a ballot does not say it by itself. */
  eligibility(process: string): Eligibility | undefined;
}
