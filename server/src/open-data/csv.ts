/** A field of a table: nothing is empty. */
export type CsvValue = string | number | undefined;

/**
 * Where a spreadsheet would begin a formula. What people wrote must never be computed on the machine of who opens the table, so an
 * apostrophe stands before it; `docs/open-data.md` says so to who reads the table by program. Where numbers have a comma in them,
 * spreadsheets part fields at semicolons instead and take no notice of our quotes: then each line and each semicolon begins a field.
 */
const formula = /^(?=[=+\-@\t\r＝＋－＠])|(?<=[;\n\r][ "]*)(?=[=+\-@＝＋－＠])/gu;

/** A line of a table (RFC 4180). */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(csvField).join(',')}\r\n`;

function csvField(value: CsvValue): string {
  if (typeof value === 'number') return String(value);
  const text = value?.replace(formula, "'") ?? '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Without it spreadsheets take the table for another encoding, and every accent is spoiled. */
export const byteOrderMark = '\uFEFF';
