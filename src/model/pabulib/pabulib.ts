/** How a vote is written in a file. `approval` with a limit on the sum of costs is what others call knapsack. */
export type PabulibVoteType = 'approval' | 'choose-1' | 'ordinal' | 'cumulative' | 'scoring';

/** A participatory budget as a Pabulib file (`.pb`) has it: what was put to the vote, and every vote. */
export interface PabulibInstance {
  /** Everything of the section META, in its order. */
  readonly meta: ReadonlyMap<string, string>;
  readonly voteType: PabulibVoteType;
  /** In the unit of the file, or in hundredths where the file has decimals: see `unit`. */
  readonly budget: number;
  /** How many of our units are one of the file's: 1 or 100. */
  readonly unit: 1 | 100;
  readonly projects: readonly PabulibProject[];
  readonly votes: readonly PabulibVote[];
}

export interface PabulibProject {
  readonly id: string;
  /** As `budget`. */
  readonly cost: number;
  readonly name?: string | undefined;
  /** What the city counted, where the file says it. */
  readonly votes?: number | undefined;
  readonly score?: number | undefined;
  /** Whether the file says that it won: 1 and 2 do, 0 and 3 do not. */
  readonly selected?: boolean | undefined;
  readonly category?: string | undefined;
  readonly district?: string | undefined;
}

export interface PabulibVote {
  /** Ids of projects; of a ranking the best first. */
  readonly choice: readonly string[];
  /** With `cumulative` and `scoring`: what each of them gets. */
  readonly points?: readonly number[] | undefined;
}

/** Something that a person has to mend in a file, or should know of it. */
export interface PabulibFault {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** A cost by which cities mark a project that was withdrawn. */
export const withdrawnCost = 999_999_999;
