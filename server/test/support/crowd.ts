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
export async function signCrowdIn(environment: Record<string, string>, size: number): Promise<Member[]> {
  return inCity(environment, async city => {
    await importContent(city.database.db, content, city.now());
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
export async function accept(url: string, { cookie, key }: Member): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/api/v1/pacts/patto-parco/acceptance`, {
      method: 'POST',
      headers: { cookie, origin: url, 'content-type': 'application/json', 'idempotency-key': key },
      body: '{"version":2}',
    });
    if (!response.ok) return undefined;
    return ((await response.json()) as { reference: string }).reference;
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
