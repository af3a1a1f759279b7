import { openCity, type City } from '../src/city.js';
import { importContent } from '../src/content/import.js';
import type { Content } from '../src/content/schema.js';
import { makeLog } from '../src/logs.js';
import { readSettings } from '../src/settings/settings.js';
import { Sessions } from '../src/sign-in/sessions.js';
import { content } from '../test/support/content.js';
import { people } from '../test/support/people.js';

/** As many sections as a long pact has. */
const sections = 24;

/** How many sessions are begun at once. */
const atOnce = 8;

/** The invented city of the tests, with a pact as long as real ones are. */
const long: Content = {
  ...content,
  pacts: content.pacts.map(pact => ({
    ...pact,
    versions: pact.versions.map(version => ({
      ...version,
      sections: Array.from({ length: sections }, (_, number) =>
        version.sections.map(section => ({ ...section, id: `${section.id}-${String(number)}` })),
      ).flat(),
    })),
  })),
};

/** Publishes the city in a database, and signs people in. @returns Their cookies. */
export async function prepare(environment: Record<string, string>, crowd: number): Promise<string[]> {
  const settings = readSettings({ LOG_LEVEL: 'silent', ...environment });
  const city = await openCity(settings, makeLog(settings));
  try {
    await importContent(city.database.db, long, city.now());
    return await signIn(city, crowd);
  } finally {
    await city.database.close();
  }
}

async function signIn(city: City, crowd: number): Promise<string[]> {
  const sessions = new Sessions(city.database.db, city.keys, 3_600_000);
  const cookies: string[] = [];
  const numbers = Array.from({ length: crowd }, (_, number) => number).values();
  const some = async (): Promise<void> => {
    for (const number of numbers) {
      const value = await sessions.begin({ ...people.resident, identity: `PERSON${String(number)}` }, city.now());
      cookies.push(`__Host-portico=${value}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, some));
  return cookies;
}
