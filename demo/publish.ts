import { translations } from '../src/model/translations.js';
import { writeFolder } from '../server/src/content/folder/folder.js';
import type { Content, DocumentContent } from '../server/src/content/schema.js';
import type { DocumentSeed } from '../src/backend/memory/seed.js';
import { demoSeed } from './data/seed.js';

/** For how many days after the end of a process the city keeps what people gave: the twelve months that its pacts speak of. */
const keepDays = 365;

/** What the invented city says of personal data. The server wants it of every process. */
const privacy = {
  published: translations({
    it: 'Nulla: nessuno vede chi ha accettato.',
    en: 'Nothing: nobody sees who accepted.',
    ar: 'لا شيء: لا يرى أحد مَن قَبِل.',
  }),
  kept: translations({
    it: 'La versione accettata, la data e l’ora, senza il nome, fino a dodici mesi dopo la fine del processo.',
    en: 'The version that was accepted, the date and the time, without the name, until twelve months after the end.',
    ar: 'النسخة المقبولة والتاريخ والساعة، من دون الاسم، حتى اثني عشر شهرًا بعد نهاية العملية.',
  }),
  erasure: translations({
    it: 'Dalla tua pagina in ogni momento, o allo Sportello Partecipa.',
    en: 'On your own page at any time, or at the participation desk.',
    ar: 'من صفحتك في أي وقت، أو في مكتب المشاركة.',
  }),
};

const content: Content = {
  processes: demoSeed.processes.map(process => ({ ...process, privacy, keepDays })),
  pacts: demoSeed.pacts,
  documents: (demoSeed.documents ?? []).map(documentContent),
};

/** As the city writes it. How many observations there are is for the server to count, and stands in no file. */
function documentContent({ versions, ...document }: DocumentSeed): DocumentContent {
  return {
    ...document,
    versions: versions.map(version => ({
      ...version,
      passages: version.passages.map(passage => ({ ...passage, kind: tokenOf(passage.kind) })),
    })),
  };
}

/** The demonstration has known kinds only, with or without a label of their own. */
function tokenOf(kind: unknown): string {
  return typeof kind === 'string' ? kind : (kind as { value: string }).value;
}

/** Writes what the invented city publishes as a folder that the server can import. */
export async function publish(folder: string): Promise<void> {
  await writeFolder(folder, content, demoSeed.locale ?? 'it');
}
