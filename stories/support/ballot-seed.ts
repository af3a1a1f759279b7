import { ballots } from '../../demo/data/ballots/ballots.js';
import { demoSeed } from '../../demo/data/seed.js';
import type { BallotSeed } from '../../src/backend/memory/ballots/ballots-seed.js';
import type { MemorySeed } from '../../src/backend/memory/seed.js';

/** The invented city with its ballots. */
export const ballotSeed: MemorySeed = { ...demoSeed, ballots };

/** The same with one of its ballots otherwise. */
export function withBallot(ballot: BallotSeed): MemorySeed {
  return { ...demoSeed, ballots: [ballot, ...ballots.filter(({ id }) => id !== ballot.id)] };
}
