import type { Answer } from '../../../src/model/vote.js';
import type { City } from '../city.js';
import { asRole } from './roles.js';

/** One vote, without anything that could join it to somebody. */
export interface BoxedVote {
  readonly answers: readonly Answer[];
  readonly leaf: number;
}

/** All votes that lie in the box of a ballot: of each voter the last one. */
export function readBox({ database }: Pick<City, 'database'>, ballot: string): Promise<BoxedVote[]> {
  return asRole(database.db, 'portico_box', async transaction => {
    const rows = await transaction.selectFrom('vote_box').select(['answers', 'leaf']).where('ballot_id', '=', ballot).execute();
    return rows.map(({ answers, leaf }) => ({ answers: answers as Answer[], leaf }));
  });
}
