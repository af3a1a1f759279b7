import type { City } from '../city.js';
import type { ProcessContent } from '../content/schema.js';

const day = 24 * 60 * 60 * 1000;

/** The last day on which what people gave to a process is kept, `YYYY-MM-DD`; nothing while the city has not said when it ends. */
export function lastDayKept({ ends, keepDays }: Pick<ProcessContent, 'ends' | 'keepDays'>): string | undefined {
  if (ends === undefined) return undefined;
  return new Date(Date.parse(`${ends}T00:00:00Z`) + keepDays * day).toISOString().slice(0, 10);
}

/** Notes for each published process how long it is kept. The note stays when a process is taken out of what is published. */
export async function noteKeptProcesses({ content, database: { db } }: Pick<City, 'content' | 'database'>): Promise<void> {
  for (const id of await content.ids('process')) {
    const process = await content.process(id);
    if (!process) continue;
    const erase_after = lastDayKept(process) ?? null;
    await db
      .insertInto('kept_process')
      .values({ process_id: id, erase_after })
      .onConflict(conflict => conflict.column('process_id').doUpdateSet({ erase_after }))
      .execute();
  }
}

/** Every process to which somebody may have given something, those included that are not published any longer. */
export async function everyProcess({ content, database: { db } }: Pick<City, 'content' | 'database'>): Promise<string[]> {
  const noted = await db.selectFrom('kept_process').select('process_id').execute();
  return [...new Set([...(await content.ids('process')), ...noted.map(({ process_id }) => process_id)])];
}
