import { readFile } from 'node:fs/promises';

/**
 * The text of a file; nothing when there is none, or when it is not UTF-8. Spreadsheets like to write other encodings, and wrong letters in
 * an official answer would be seen too late.
 */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined;
    throw error;
  }
}
