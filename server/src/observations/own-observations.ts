import type { OwnObservations } from '../../../src/model/observation.js';
import type { City } from '../city.js';
import type { Languages } from '../content/speak.js';
import { participantIn } from '../participation/participant.js';
import type { Visitor } from '../sign-in/visitor.js';
import { observationColumns } from './find-observation.js';
import { readObservations } from './read-observation.js';
import { observedProcess, speakTerms } from './terms.js';

/** What belongs to somebody in a process: their observations with what they wrote, and what they like. */
export async function ownObservations(
  city: City,
  { process: id, visitor }: { process: string; visitor: Visitor | undefined },
  languages: Languages,
): Promise<OwnObservations> {
  const { database, keys, now } = city;
  const process = await observedProcess(city, id);
  if (!visitor) return { observations: [], liked: [] };
  const participant = participantIn(keys, id, visitor);
  const rows = await database.db
    .selectFrom('observation')
    .select(observationColumns)
    .where('participant', '=', participant)
    .where('process_id', '=', id)
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .execute();
  const liked = await database.db
    .selectFrom('observation_like')
    .select('reference')
    .where('participant', '=', participant)
    .where('process_id', '=', id)
    .orderBy('reference')
    .execute();
  const terms = await speakTerms(city, process, { ...languages, asOf: now().toISOString() });
  const observations = await readObservations(city, rows, languages);
  return {
    observations: observations.map((observation, at) => ({
      ...observation,
      editable: terms.status.value === 'open' && rows[at]?.state === 'received' && rows[at].hidden === null,
    })),
    liked: liked.map(({ reference }) => reference),
  };
}
