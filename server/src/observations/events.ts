import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { HistoryEvent } from '../../../src/model/observation.js';
import type { Text } from '../../../src/model/text.js';
import type { Schema } from '../database/schema.js';

/** One thing that happened to an observation. */
export interface Happening {
  readonly process: string;
  readonly reference: string;
  readonly event: HistoryEvent;
  readonly at: Date;
  readonly note?: Text | undefined;
}

/** Adds to the history of an observation, which everybody can read. */
export async function happened(db: Kysely<Schema>, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return;
  await db
    .insertInto('observation_event')
    .values(
      happenings.map(({ process, reference, event, at, note }) => ({
        process_id: process,
        reference,
        id: randomUUID(),
        event,
        at,
        note: note === undefined ? null : JSON.stringify(note),
      })),
    )
    .execute();
}
