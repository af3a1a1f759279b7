import type { ObservationReceipt } from '../../../src/model/observation-draft.js';
import type { VoteCredential, VoteReceipt } from '../../../src/model/vote-receipt.js';
import { openCity, type City } from '../../src/city.js';
import { importContent } from '../../src/content/import.js';
import { makeLog } from '../../src/logs.js';
import { readSettings } from '../../src/settings/settings.js';
import { Sessions } from '../../src/sign-in/sessions.js';
import { content } from './content.js';
import { people } from './people.js';

/** Somebody of a crowd, with the one write that they will send, as often as it takes. */
export interface Member {
  cookie: string;
  key: string;
}

/** Publishes the content of the tests in a database and signs a crowd of residents in. */
export async function signCrowdIn(environment: Record<string, string>, size: number, published = content): Promise<Member[]> {
  return inCity(environment, async city => {
    await importContent(city.database.db, published, city.now());
    const sessions = new Sessions(city.database.db, city.keys, 3_600_000);
    const members: Member[] = [];
    for (let number = 0; number < size; number += 1) {
      const cookie = await sessions.begin({ ...people.resident, identity: `PERSON${String(number)}` }, city.now());
      members.push({ cookie: `__Host-portico=${cookie}`, key: `crowd-${String(number)}-key` });
    }
    return members;
  });
}

/** Opens a database beside or instead of a running server. */
export async function inCity<Result>(
  environment: Record<string, string>,
  work: (city: City) => Promise<Result>,
): Promise<Result> {
  const settings = readSettings({ LOG_LEVEL: 'silent', ...environment });
  const city = await openCity(settings, makeLog(settings));
  try {
    return await work(city);
  } finally {
    await city.database.close();
  }
}

/** Accepts the pact in the name of a member. @returns The reference, or nothing when the answer was another or none. */
export const accept = async (url: string, member: Member): Promise<string | undefined> =>
  (await send<{ reference: string }>(`${url}/api/v1/pacts/patto-parco/acceptance`, member, { version: 2 }))?.reference;

/** Makes an observation in the name of a member. @returns The receipt, or nothing when the answer was another or none. */
export const observe = (url: string, member: Member): Promise<ObservationReceipt | undefined> =>
  send(`${url}/api/v1/observations`, member, {
    subject: { process: 'parco' },
    kind: 'remark',
    text: `Più ombra, chiede ${member.key}.`,
    lang: 'it',
  });

/** Votes in the name of a member: asks for the credential, and casts with it. @returns The receipt, or nothing when one of both failed. */
export async function castFor(
  url: string,
  { cookie, key }: Member,
  ballot: string,
  answers: object[],
): Promise<VoteReceipt | undefined> {
  const credential = await send<VoteCredential>(`${url}/api/v1/ballots/${ballot}/credential`, { cookie, key }, {});
  if (!credential) return undefined;
  const vote = { ballot, version: 1, answers };
  return send<VoteReceipt>(`${url}/api/v1/ballots/${ballot}/votes`, { cookie: '', key }, { vote, credential });
}

async function send<Answer>(url: string, { cookie, key }: Member, body: object): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        ...(cookie !== '' && { cookie }),
        origin: new URL(url).origin,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    return response.ok ? ((await response.json()) as Answer) : undefined;
  } catch {
    // The server went away.
    return undefined;
  }
}

/** Does something for each item, with this many at once, in order. */
export async function together<Item>(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}
