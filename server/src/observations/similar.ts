import { sql } from 'kysely';
import type { ObservationLine, ObservationSubject } from '../../../src/model/observation.js';
import type { City } from '../city.js';
import type { Languages } from '../content/speak.js';
import { filtered } from './filter.js';
import { observationColumns } from './find-observation.js';
import { lineOf } from './line.js';
import { passageNames } from './passage-names.js';
import { searchConfiguration } from './search.js';
import { observedProcess, writtenIn } from './terms.js';

/** More words make the question slower and no better. */
const mostWords = 40;

const most = 5;

/** How much of the words must be found: below it what is found has only common words in common. */
const worthShowing = 0.05;

/** Observations that say something like this, the nearest first; those on the same passage before others. The text is kept nowhere. */
export async function similarObservations(
  city: Pick<City, 'content' | 'database' | 'settings'>,
  { subject, text }: { subject: ObservationSubject; text: string },
  languages: Languages,
): Promise<ObservationLine[]> {
  const { db } = city.database;
  const process = await observedProcess(city, subject.process);
  const words = [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])].slice(0, mostWords);
  if (words.length < 2) return [];
  const language = writtenIn(process, city.settings);
  const config = sql`${searchConfiguration(language)}::regconfig`;
  // Words that carry no meaning of their own vanish here; the rest may each be there or not.
  const any = sql`replace(plainto_tsquery(${config}, ${words.join(' ')})::text, '&', '|')::tsquery`;
  const rank = sql<number>`ts_rank(search, ${any}, 1) * (case when passage_id = ${subject.passage ?? ''} then 2 else 1 end)`;
  const rows = await filtered(db, { process: subject.process }, language)
    .select([...observationColumns, rank.as('rank')])
    .where(sql<boolean>`search @@ ${any}`)
    .where('hidden', 'is', null)
    .where('state', '!=', 'withdrawn')
    .orderBy('rank', 'desc')
    .orderBy('number')
    .limit(most)
    .execute();
  const near = rows.filter(row => row.rank >= worthShowing);
  const names = await passageNames(db, near, languages);
  return near.map(row => lineOf(row, { process, names, languages }));
}
