import { writePassage } from '../markdown/passages.js';
import { languagesOf, passageMarkdown, type PassageField } from '../passage-markdown.js';
import type { PassageContent } from '../schema.js';
import { passageFile } from './layout.js';

/** A file of passages begins anew when it would be longer, in signs: half of what a file may have in bytes, or less. */
const longest = 60_000;

/** A document with more outermost passages than this is not made of parts; a file for each would be too many. */
const mostParts = 50;

const fields = ['body', 'plain'] satisfies PassageField[];

/** One file of passages on its way. */
interface Part {
  /** The first of its passages. */
  first: string;
  /** By field and language. */
  texts: Map<string, { field: PassageField; lang: string; passages: string[] }>;
  length: number;
}

/**
 * The files of a version: a new one with each passage that lies in no other, and where a file gets too long.
 *
 * @param locale - The city's language. Its files say of each passage everything that is the same in all languages.
 */
export function writePassageFiles(
  document: string,
  version: number,
  passages: readonly PassageContent[],
  locale: string,
): [file: string, text: string][] {
  const parts = inParts(passages, locale);
  const digits = Math.max(2, String(parts.length).length);
  return parts.flatMap(({ first, texts }, index) => {
    const name = `${String(index + 1).padStart(digits, '0')}-${first.toLowerCase().replaceAll('.', '-')}`;
    return [...texts.values()].map(({ field, lang, passages: written }): [string, string] => [
      passageFile(document, version, { part: name, plain: field === 'plain', lang }),
      written.join('\n'),
    ]);
  });
}

function inParts(passages: readonly PassageContent[], locale: string): Part[] {
  const parts: Part[] = [];
  const byPart = passages.filter(({ level }) => level === 1).length <= mostParts;
  for (const passage of passages) {
    const written = writings(passage, locale);
    const length = written.reduce((sum, { text }) => Math.max(sum, text.length), 0);
    let part = parts.at(-1);
    if (!part || (byPart && passage.level === 1) || part.length + length > longest) {
      part = { first: passage.id, texts: new Map(), length: 0 };
      parts.push(part);
    }
    part.length += length;
    for (const { field, lang, text } of written) {
      const key = `${field} ${lang}`;
      const texts = part.texts.get(key) ?? { field, lang, passages: [] };
      texts.passages.push(text);
      part.texts.set(key, texts);
    }
  }
  return parts;
}

function writings(passage: PassageContent, locale: string): { field: PassageField; lang: string; text: string }[] {
  return fields.flatMap(field => {
    const languages = new Set([...(field === 'body' ? [locale] : []), ...languagesOf(passage, field)]);
    return [...languages].map(lang => {
      const marks = field === 'body' && lang === locale;
      return { field, lang, text: writePassage(passageMarkdown(passage, field, lang, marks)) };
    });
  });
}
