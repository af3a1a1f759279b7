import * as v from 'valibot';
import type { City } from '../city.js';
import type { Claims, Claimed } from './claims.js';

/** How long the registry may take, in milliseconds. A person waits meanwhile. */
const patience = 5000;

const token = v.pipe(v.string(), v.regex(/^[a-z0-9._-]{1,60}$/i));

/** What the registry of the city answers. */
const answerSchema = v.object({
  /** `resident`, `city-user`, or words of the city's own. */
  ties: v.pipe(v.array(token), v.maxLength(20)),
  district: v.nullish(token),
  onElectoralRoll: v.nullish(v.boolean()),
  verification: v.nullish(v.picklist(['missing', 'pending', 'granted'])),
});

/** What ties somebody to the city. */
export interface Ties {
  ties: string[];
  district?: string;
  onElectoralRoll: boolean;
  verification?: 'missing' | 'pending' | 'granted';
}

type Asked = Pick<City, 'log'> & { settings: Pick<City['settings'], 'registryUrl' | 'registryToken'> };

const nothing: Ties = { ties: [], onElectoralRoll: false };

/**
 * Asks the registry of the city. When it cannot answer, the person is signed in all the same and counts as being checked: a registry that
 * is down must neither keep people out for ever nor let anybody in.
 */
export async function askRegistry(
  { settings: { registryUrl, registryToken }, log }: Asked,
  { iss, sub }: Pick<Claims, 'iss' | 'sub'>,
  { fiscalCode }: Pick<Claimed, 'fiscalCode'>,
): Promise<Ties> {
  if (!registryUrl) return nothing;
  try {
    const answer = await fetch(registryUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(registryToken !== undefined && { authorization: `Bearer ${registryToken}` }),
      },
      body: JSON.stringify(fiscalCode === undefined ? { issuer: iss, subject: sub } : { fiscalCode }),
      // The token and the code are for this address alone.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (answer.status === 404) return nothing;
    if (!answer.ok) {
      log.warn({ status: answer.status }, 'the registry did not answer; somebody waits to be checked');
      return { ...nothing, verification: 'pending' };
    }
    const { ties, district, onElectoralRoll, verification } = v.parse(answerSchema, await answer.json());
    return {
      ties,
      onElectoralRoll: onElectoralRoll ?? false,
      ...(district != null && { district }),
      ...(verification != null && { verification }),
    };
  } catch (error) {
    log.warn({ err: error }, 'the registry did not answer; somebody waits to be checked');
    return { ...nothing, verification: 'pending' };
  }
}
