import { CsvError, parse } from 'csv-parse/sync';
import type { ContentProblem, Place } from '../content/content-problem.js';
import { responseColumns, type ResponseColumn, type ResponseLine } from './response-entry.js';
import type { ResponseSpeaker } from './response-words.js';

interface Row {
  readonly record: string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

const needed: readonly ResponseColumn[] = ['reference', 'outcome', 'text'];

/** Spreadsheets of countries that write 3,14 put semicolons between fields. Which it is shows in the first line. */
const separatorOf = (source: string): string => {
  const head = source.slice(0, source.search(/\r?\n|$/));
  return [';', '\t'].find(sign => head.split(sign).length > head.split(',').length) ?? ',';
};

/** Reads a table (RFC 4180) with the names of its columns in the first line. */
export function readCsv(source: string, file: string, t: ResponseSpeaker): { lines: ResponseLine[]; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const separator = separatorOf(source);
  let rows: Row[];
  try {
    // With `info` and `raw` each row comes with both, which its types do not say.
    rows = parse(source, {
      bom: true,
      delimiter: separator,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return { lines: [], problems: [{ file, line, column: 1, message: t('not-csv', { detail: error.message }) }] };
  }
  const [head, ...body] = rows.map(row => ({ ...row, starts: startsOf(row, separator) }));
  const names = head?.record.map(name => name.trim().toLowerCase()) ?? [];
  const place = (starts: readonly Start[] | undefined, index: number): Place => {
    const { line, column } = starts?.[index] ?? starts?.[0] ?? { line: 1, column: 1 };
    return { file, line, column };
  };
  names.forEach((column, index) => {
    const at = place(head?.starts, index);
    if (names.indexOf(column) !== index) problems.push({ ...at, message: t('column-twice', { column }) });
    else if (!isColumn(column)) {
      problems.push({ ...at, message: t('column-unknown', { column, known: responseColumns.join(', ') }) });
    }
  });
  for (const column of needed) {
    if (!names.includes(column)) problems.push({ ...place(head?.starts, 0), message: t('column-missing', { column }) });
  }
  if (problems.length > 0) return { lines: [], problems };
  const lines = body
    .filter(({ record }) => record.some(field => field.trim() !== ''))
    .map(({ record, starts }) => ({
      fields: Object.fromEntries(names.map((name, index) => [name, record[index] ?? ''])),
      placeOf: (column: ResponseColumn) => place(starts, names.indexOf(column)),
    }));
  return { lines, problems };
}

const isColumn = (name: string): name is ResponseColumn => responseColumns.some(column => column === name);

interface Start {
  readonly line: number;
  readonly column: number;
}

/** Where each field of a row begins, as editors count. `lines` is the line in which the row ends. */
function startsOf({ raw, info }: Row, separator: string): Start[] {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
  let line = info.lines - (text.match(/\n/g)?.length ?? 0);
  let column = 1;
  let isQuoted = false;
  const starts = [{ line, column }];
  for (const sign of text) {
    column += 1;
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === '\n') [line, column] = [line + 1, 1];
    if (sign === separator && !isQuoted) starts.push({ line, column });
  }
  return starts;
}
