import type { Block } from '../../../src/model/richtext.js';
import { Translations } from '../../../src/model/translations.js';
import type { Fault } from './content-fault.js';
import { NotMarkdown, writeMarkdown } from './markdown/write-markdown.js';
import { isLanguage, textProblem } from './text-problem.js';

/**
 * Looks at every text of a tree: whether it can be kept and shown, and whether a long one can be written as Markdown, so that whatever is
 * published can be taken out again. That also finds links which lead somewhere harmful.
 */
export function checkTexts(value: unknown, fault: Fault, path: readonly (string | number)[] = []): void {
  if (typeof value === 'string') {
    const problem = textProblem(value);
    // A stretch of a long text may be a blank; a title may not.
    if (problem !== undefined && !(path.includes('blocks') && value !== '' && value.trim() === '')) fault(path, problem);
    return;
  }
  if (isBlocks(value, path)) {
    try {
      writeMarkdown(value);
    } catch (error) {
      if (!(error instanceof NotMarkdown)) throw error;
      fault(path, error.message);
    }
  }
  if (value instanceof Translations) {
    const languages = Object.keys(value.byLanguage);
    if (languages.length === 0) fault(path, 'has no text in any language');
    for (const lang of languages) {
      if (!isLanguage(lang)) fault(path, `'${lang}' is not a language such as it, en or ar`);
      const content: unknown = value.byLanguage[lang];
      checkTexts(content, fault, [...path, ...(typeof content === 'string' ? [] : ['blocks'])]);
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) checkTexts(each, fault, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** Whether it is a whole long text; the schema has already looked at what is in it. */
const isBlocks = (value: unknown, path: readonly (string | number)[]): value is Block[] =>
  Array.isArray(value) && path.at(-1) === 'blocks';
