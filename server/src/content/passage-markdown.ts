import type { Block, RichText } from '../../../src/model/richtext.js';
import type { Text } from '../../../src/model/text.js';
import { Translations } from '../../../src/model/translations.js';
import type { MarkdownPassage } from './markdown/passages.js';
import type { PassageContent } from './schema.js';

/** The words of a passage that are decided on, or those that say the same in plain words. */
export type PassageField = 'body' | 'plain';

/** All languages in which something of a passage is written. */
export function languagesOf(passage: PassageContent, field: PassageField): string[] {
  const titles = field === 'body' ? [shortTexts(passage.label), shortTexts(passage.title)] : [];
  return [...new Set([...titles, longTexts(passage[field])].flatMap(Object.keys))];
}

/**
 * A passage in one language, as a Markdown file has it.
 *
 * @param marks - Whether the heading says everything, as it does in one file for all languages; in the others it names the passage.
 */
export function passageMarkdown(passage: PassageContent, field: PassageField, lang: string, marks: boolean): MarkdownPassage {
  const { id, kind, level, observable, changedBy = [] } = passage;
  const label = field === 'body' ? shortTexts(passage.label)[lang] : undefined;
  const title = field === 'body' ? shortTexts(passage.title)[lang] : undefined;
  return {
    heading: {
      id,
      ...(label !== undefined && { label }),
      ...(title !== undefined && { title }),
      ...(marks && { kind, ...(observable === false && { observable }), ...(changedBy.length > 0 && { changedBy }) }),
    },
    level,
    blocks: longTexts(passage[field])[lang] ?? [],
  };
}

function shortTexts(text: Text | Translations<string> | undefined): Readonly<Record<string, string>> {
  if (!text) return {};
  return text instanceof Translations ? text.byLanguage : { [text.lang]: text.text };
}

function longTexts(text: RichText | Translations<Block[]> | undefined): Readonly<Record<string, Block[]>> {
  if (!text) return {};
  return text instanceof Translations ? text.byLanguage : { [text.lang]: text.blocks };
}
