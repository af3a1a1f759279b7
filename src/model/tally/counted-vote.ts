/** Votes that say the same, as one with their number: counting costs by how many different votes there are, not by how many people voted. */
export interface CountedVote<Choice> {
  readonly choice: Choice;
  /** How many votes say so; at least 1. */
  readonly count: number;
}

/** Ids of the chosen options, each at most once, in any order. A vote without any is blank. */
export type Approvals = readonly string[];

/** Ids of options, the best first, each at most once. Options that are not named come after all that are. */
export type Ranking = readonly string[];

/** Whole points or grades by the option's id. Options that are not named have none. */
export type Scores = Readonly<Record<string, number>>;
