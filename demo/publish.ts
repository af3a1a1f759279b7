import { translations } from '../src/model/translations.js';
import { writeFolder } from '../server/src/content/folder/folder.js';
import type { Content } from '../server/src/content/schema.js';
import { demoSeed } from './data/seed.js';

/** What the invented city says of personal data. The server wants it of every process. */
const privacy = {
  published: translations({
    it: 'Chi legge vede quante persone hanno accettato, mai chi.',
    en: 'Readers see how many people accepted, never who.',
  }),
  kept: translations({
    it: 'Che la persona ha accettato e quando, in una forma che non dice il nome, fino a 180 giorni dopo la fine.',
    en: 'That a person accepted, and when, without the name, until 180 days after the end.',
  }),
  erasure: translations({
    it: 'Dalla propria pagina, in ogni momento.',
    en: 'On your own page, at any time.',
  }),
};

const content: Content = {
  processes: demoSeed.processes.map(process => ({ ...process, privacy, keepDays: 180 })),
  pacts: demoSeed.pacts,
};

/** Writes what the invented city publishes as a folder that the server can import. */
export async function publish(folder: string): Promise<void> {
  await writeFolder(folder, content, demoSeed.locale ?? 'it');
}
