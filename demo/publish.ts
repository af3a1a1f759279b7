import { translations } from '../src/model/translations.js';
import { readFolder, writeFolder } from '../server/src/content/folder/folder.js';
import type { Content, DocumentContent } from '../server/src/content/schema.js';
import type { DocumentSeed } from '../src/backend/memory/seed.js';
import { ballots } from './data/ballots/ballots.js';
import { openNow } from './data/ballots/open-now.js';
import { demoSeed } from './data/seed.js';

/** For how many days after the end of a process the city keeps what people gave: the twelve months that its pacts speak of. */
const keepDays = 365;

/** What the invented city says of personal data. The server wants it of every process. */
const privacy = {
  published: translations({
    it: 'Di chi accetta il patto, nulla. Di un’osservazione: il testo, la data e il tuo nickname.',
    en: 'Of who accepts the pact, nothing. Of an observation: its text, the date and your nickname.',
    ar: 'عمّن يقبل الميثاق: لا شيء. وعن الملاحظة: نصها وتاريخها واسمك المستعار.',
  }),
  kept: translations({
    it: 'La versione accettata e le osservazioni, con la data e l’ora, senza il nome, fino a dodici mesi dopo la fine del processo.',
    en: 'The version that was accepted and the observations, with date and time, without the name, until twelve months after the end.',
    ar: 'النسخة المقبولة والملاحظات، مع التاريخ والساعة ومن دون الاسم، حتى اثني عشر شهرًا بعد نهاية العملية.',
  }),
  erasure: translations({
    it: 'Dalla tua pagina in ogni momento, o allo Sportello Partecipa.',
    en: 'On your own page at any time, or at the participation desk.',
    ar: 'من صفحتك في أي وقت، أو في مكتب المشاركة.',
  }),
};

/** The plan of the invented city itself is open as well. */
const observations = {
  prefix: 'PON',
  next: translations({
    it: 'L’ufficio Ambiente la esamina e il Comune risponde con le sue ragioni.',
    en: 'The office for the environment examines it and the city answers with its reasons.',
    ar: 'يدرسها مكتب البيئة وترد البلدية مع ذكر الأسباب.',
  }),
  by: '2027-02-26',
};

const content: Content = {
  processes: demoSeed.processes.map(process => ({
    ...process,
    privacy,
    keepDays,
    ...(process.id === 'aria-clima' && { observations }),
  })),
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

/**
 * Writes what the invented city publishes as a folder that the server can import.
 *
 * @param example - Folder of an example that is published beside it: a plan with hundreds of observations.
 */
export async function publish(folder: string, example: string): Promise<void> {
  const read = await readFolder(example);
  if ('problems' in read) throw new Error(`The example in ${example} cannot be read.`);
  const { processes, pacts, documents = [], ballots: exemplary = [] } = read.content;
  const all = {
    processes: [...content.processes, ...processes],
    pacts: [...content.pacts, ...pacts],
    documents: [...(content.documents ?? []), ...documents],
    ballots: [...ballots, ...exemplary].map(openNow),
  };
  await writeFolder(folder, all, demoSeed.locale ?? 'it');
}
