import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// The demonstration is plain JavaScript with files beside it, so it is loaded from its place and not put into the bundle of a test.
const load = async (name: string): Promise<unknown> =>
  import(pathToFileURL(join(process.cwd(), 'server', 'demo', `${name}.mjs`)).href);

/** Somebody of the demonstration. */
export interface DemoPerson {
  id: string;
  label: { it: string; en: string };
  fiscalCode: string;
  age: number;
  roles: string[];
  registry: { ties: string[]; district?: string };
}

interface Running {
  close: () => Promise<void>;
}

interface People {
  people: DemoPerson[];
  birthDateOf: (person: DemoPerson, today?: Date) => string;
}

interface Provider {
  startProvider: (options: {
    redirectUris: string[];
    port?: number;
    clientSecret?: string;
  }) => Promise<Running & { issuer: string; clientId: string; clientSecret: string }>;
}

interface Registry {
  startRegistry: (options: { token: string }) => Promise<Running & { url: string }>;
}

export const { people: demoPeople, birthDateOf } = (await load('people')) as People;
export const { startProvider } = (await load('provider')) as Provider;
export const { startRegistry } = (await load('registry')) as Registry;
