import { sql } from 'kysely';
import type { Comment } from '../../../src/model/comment.js';
import type { Observation } from '../../../src/model/observation.js';
import type { City } from '../city.js';
import type { Languages } from '../content/speak.js';
import { commentOf } from '../observations/comments.js';
import { observationColumns } from '../observations/find-observation.js';
import { readObservations } from '../observations/read-observation.js';

/** Observations that are read at once. */
const batch = 250;

/** An observation with everything that was said about it. */
export interface WholeObservation extends Observation {
  /** Oldest first. */
  readonly discussion: Comment[];
}

/**
 * All observations of a process by number, batch by batch: however many there are, no more than one batch is in memory.
 *
 * @param discussed - Whether comments are read too.
 */
export async function* allObservations(
  city: Pick<City, 'content' | 'database' | 'settings' | 'now'>,
  process: string,
  { discussed, ...languages }: Languages & { discussed: boolean },
): AsyncGenerator<WholeObservation[]> {
  const { db } = city.database;
  let [year, number] = [0, 0];
  for (;;) {
    const rows = await db
      .selectFrom('observation')
      .select(observationColumns)
      .where('process_id', '=', process)
      .where(sql<boolean>`(year, number) > (${year}, ${number})`)
      .orderBy('year')
      .orderBy('number')
      .limit(batch)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    [year, number] = [last.year, last.number];
    const observations = await readObservations(city, rows, languages);
    const references = observations.filter(({ comments }) => discussed && comments > 0).map(({ reference }) => reference);
    const comments = await commentsOn(city, process, references);
    yield observations.map(observation => ({ ...observation, discussion: comments.get(observation.reference) ?? [] }));
    if (rows.length < batch) return;
  }
}

async function commentsOn(
  { database: { db } }: Pick<City, 'database'>,
  process: string,
  references: readonly string[],
): Promise<Map<string, Comment[]>> {
  const comments = new Map<string, Comment[]>();
  if (references.length === 0) return comments;
  const rows = await db
    .selectFrom('comment')
    .selectAll()
    .where('process_id', '=', process)
    .where('reference', 'in', [...references])
    .orderBy('at')
    .orderBy('id')
    .execute();
  for (const row of rows) comments.set(row.reference, [...(comments.get(row.reference) ?? []), commentOf(row)]);
  return comments;
}
