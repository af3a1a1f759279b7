import type { Kysely } from 'kysely';
import type { City } from '../city.js';
import type { ProcessContent } from '../content/schema.js';
import type { Schema } from '../database/schema.js';

const day = 24 * 60 * 60 * 1000;

/** The last day on which what people gave to a process is kept, `YYYY-MM-DD`; nothing while the city has not said when it ends. */
export function lastDayKept({ ends, keepDays }: Pick<ProcessContent, 'ends' | 'keepDays'>): string | undefined {
  if (ends === undefined) return undefined;
  return new Date(Date.parse(`${ends}T00:00:00Z`) + keepDays * day).toISOString().slice(0, 10);
}

/**
 * Notes of a process how long it is kept. The note stays when the process is taken out of what is published, so that it must be made from
 * the first moment in which somebody can take part.
 */
export async function noteKeptProcess(
  db: Kysely<Schema>,
  process: Pick<ProcessContent, 'id' | 'ends' | 'keepDays'>,
): Promise<void> {
  const erase_after = lastDayKept(process) ?? null;
  await db
    .insertInto('kept_process')
    .values({ process_id: process.id, erase_after })
    .onConflict(conflict => conflict.column('process_id').doUpdateSet({ erase_after }))
    .execute();
}

/** Notes it of each published process. */
export async function noteKeptProcesses({ content, database: { db } }: Pick<City, 'content' | 'database'>): Promise<void> {
  for (const id of await content.ids('process')) {
    const process = await content.process(id);
    if (process) await noteKeptProcess(db, process);
  }
}

/** Every process to which somebody may have given something, those included that are not published any longer. */
export async function everyProcess({ content, database: { db } }: Pick<City, 'content' | 'database'>): Promise<string[]> {
  const noted = await db.selectFrom('kept_process').select('process_id').execute();
  return [...new Set([...(await content.ids('process')), ...noted.map(({ process_id }) => process_id)])];
}
