import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { observationSchema, type Observation } from '../../../src/model/observation.js';
import type { ObservationDraft } from '../../../src/model/observation-draft.js';
import { inLanguage } from '../../../src/model/translations.js';
import type { City } from '../city.js';
import type { Languages } from '../content/speak.js';
import type { Schema } from '../database/schema.js';
import type { ObservationRow } from './find-observation.js';
import { isSilent, lineOf } from './line.js';
import { passageNames } from './passage-names.js';

/** Observations, whole, as everybody may read them, in the order of the rows. */
export async function readObservations(
  { content, database: { db }, settings, now }: Pick<City, 'content' | 'database' | 'settings' | 'now'>,
  rows: readonly ObservationRow[],
  languages: Languages,
): Promise<Observation[]> {
  const names = await passageNames(db, rows, languages);
  const [responses, events, files] = await Promise.all([responsesOf(db, rows), eventsOf(db, rows), attachmentsOf(db, rows)]);
  return Promise.all(
    rows.map(async row => {
      const { process_id, reference, body, lang, adopted_in: adoptedIn } = row;
      const process = await content.process(process_id);
      const { text, wording, place } = body as unknown as ObservationDraft;
      const silent = isSilent(row);
      const rules = inLanguage(process?.observations ?? {}, languages.locale, languages.fallback) as Partial<Observation>;
      const ended = row.state !== 'received' && row.state !== 'under-examination';
      const observation = {
        ...lineOf(row, { process: process ?? {}, names, languages }),
        text: { lang, text: silent ? '' : text },
        ...(wording && !silent && { wording }),
        ...(place && !silent && { place }),
        attachments: silent
          ? []
          : files
              .filter(file => file.process_id === process_id && file.reference === reference)
              .map(({ id, name, type, size }) => ({ id, name, type, size, url: fileUrl(settings.url, id, name) })),
        responses: responses
          .filter(each => each.process_id === process_id && each.reference === reference)
          .map(({ outcome, text: reasons, at, act }) => ({ outcome, text: reasons, at: at.toISOString(), ...(act && { act }) })),
        history: events
          .filter(each => each.process_id === process_id && each.reference === reference)
          .map(({ event, at, note }) => ({ event, at: at.toISOString(), ...(note && { note }) })),
        ...(adoptedIn && { adoptedIn }),
        ...(!ended && rules.next && { next: rules.next, ...(rules.by !== undefined && { by: rules.by }) }),
        asOf: now().toISOString(),
      };
      return v.parse(observationSchema, JSON.parse(JSON.stringify(observation)));
    }),
  );
}

/** Where the bytes of an attachment are. */
export const fileUrl = (site: URL, id: string, name: string): string =>
  new URL(`/files/${encodeURIComponent(id)}/${encodeURIComponent(name)}`, site).href;

const referencesOf = (rows: readonly ObservationRow[]): string[] => ['', ...rows.map(({ reference }) => reference)];

const responsesOf = (db: Kysely<Schema>, rows: readonly ObservationRow[]) =>
  db
    .selectFrom('response')
    .select(['process_id', 'reference', 'outcome', 'text', 'act', 'at'])
    .where('reference', 'in', referencesOf(rows))
    .orderBy('reference')
    .orderBy('position')
    .execute();

const eventsOf = (db: Kysely<Schema>, rows: readonly ObservationRow[]) =>
  db
    .selectFrom('observation_event')
    .select(['process_id', 'reference', 'event', 'at', 'note'])
    .where('reference', 'in', referencesOf(rows))
    .orderBy('at')
    .orderBy('id')
    .execute();

const attachmentsOf = (db: Kysely<Schema>, rows: readonly ObservationRow[]) =>
  db
    .selectFrom('attachment')
    .select(['process_id', 'reference', 'id', 'name', 'type', 'size'])
    .where('reference', 'in', referencesOf(rows))
    .orderBy('at')
    .orderBy('id')
    .execute();
