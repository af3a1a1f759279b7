import type { ContentProblem } from '../content/content-problem.js';
import { checkResponse } from './check-response.js';
import { readCsv } from './read-csv.js';
import { readYamlResponses } from './read-yaml.js';
import type { ResponseEntry } from './response-entry.js';
import { responseWords } from './response-words.js';

export type ResponseFormat = 'csv' | 'yaml';

/** More in one file are refused: nobody can look them through. */
const most = 20_000;

export interface ReadOptions {
  /** What the file is called where something is wrong. */
  readonly file: string;
  /** Language of reasons that do not say theirs, and the one in which problems are told unless `locale` says another. */
  readonly lang: string;
  readonly locale?: string;
}

/** The format of a file by its name; anything but YAML counts as CSV. */
export const formatOf = (file: string): ResponseFormat => (/\.ya?ml$/i.test(file) ? 'yaml' : 'csv');

/**
 * Reads a file of responses and looks at everything that can be seen without the database.
 *
 * @returns All problems, with their places. Where there are any, the responses are those without.
 */
export function readResponses(
  source: string,
  format: ResponseFormat,
  { file, lang, locale = lang }: ReadOptions,
): { responses: ResponseEntry[]; problems: ContentProblem[] } {
  const t = responseWords(locale);
  const { lines, problems } = format === 'csv' ? readCsv(source, file, t) : readYamlResponses(source, file);
  const start = { file, line: 1, column: 1 };
  if (lines.length > most) return { responses: [], problems: [{ ...start, message: t('too-many', { most }) }] };
  if (lines.length === 0 && problems.length === 0) problems.push({ ...start, message: t('empty-file') });
  const responses: ResponseEntry[] = [];
  const seen = new Map<string, number>();
  for (const { fields, placeOf } of lines) {
    const { entry, problems: ofLine } = checkResponse(fields, { lang, t, placeOf });
    problems.push(...ofLine);
    if (!entry) continue;
    const before = seen.get(entry.reference);
    if (before !== undefined) {
      const message = t('reference-twice', { reference: entry.reference, line: before });
      problems.push({ ...entry.place, message });
      continue;
    }
    seen.set(entry.reference, entry.place.line);
    responses.push(entry);
  }
  return { responses, problems };
}
