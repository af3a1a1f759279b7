/** What can be voted for: a project, a person, an answer. */
export interface Option {
  /** Its id in the ballot. The ids of a ballot are all different. */
  readonly id: string;
  /** What it costs, in the smallest unit of the ballot's currency (cents). Nothing where options cost nothing. */
  readonly cost?: number;
}
