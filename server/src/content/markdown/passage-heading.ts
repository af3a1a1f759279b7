import { toMarkdown } from 'mdast-util-to-markdown';
import * as v from 'valibot';
import { passageIdSchema } from '../../../../src/model/document.js';

/** What the heading of a passage says: `## [Art. 3] School streets {#art-3 .article}`. */
export interface PassageHeading {
  id: string;
  label?: string;
  title?: string;
  kind?: string;
  observable?: false;
  changedBy?: string[];
}

const notObservable = 'no-observations';
const changedByMark = 'changed-by=';

/** Whether the words of a heading end as those of a passage do. */
export const namesPassage = (words: string): boolean => /\{[^{}]*\}\s*$/.test(words);

/**
 * Reads the words of a heading, without its # marks.
 *
 * @returns The heading, or why it is none.
 */
export function readPassageHeading(words: string): PassageHeading | { problem: string } {
  const [, label, title, inBraces = ''] = /^(?:\[([^[\]]+)\]\s*)?(.*?)\s*\{([^{}]*)\}\s*$/s.exec(words) ?? [];
  const [first = '', ...marks] = inBraces.trim().split(/\s+/);
  const id = first.slice(1);
  if (!first.startsWith('#') || !v.is(passageIdSchema, id)) {
    return { problem: 'the braces begin with the id of the passage, such as {#art-3}: letters, digits, hyphens and dots' };
  }
  const heading: PassageHeading = { id, ...(label && { label: label.trim() }), ...(title && { title }) };
  for (const mark of marks) {
    if (mark.startsWith('.')) heading.kind = mark.slice(1);
    else if (mark === notObservable) heading.observable = false;
    else if (mark.startsWith(changedByMark)) heading.changedBy = mark.slice(changedByMark.length).split(',');
    else return { problem: `'${mark}' is not known here; known are .kind, ${notObservable} and ${changedByMark}…` };
  }
  return heading;
}

/** The words of a heading, without its # marks. What other Markdown could take for marks is made harmless. */
export function writePassageHeading({ id, label, title, kind, observable, changedBy = [] }: PassageHeading): string {
  const marks = [
    `#${id}`,
    ...(kind === undefined ? [] : [`.${kind}`]),
    ...(observable === false ? [notObservable] : []),
    ...(changedBy.length === 0 ? [] : [changedByMark + changedBy.join(',')]),
  ];
  return [
    ...(label === undefined ? [] : [`[${plain(label)}]`]),
    ...(title === undefined ? [] : [plain(title)]),
    `{${marks.join(' ')}}`,
  ].join(' ');
}

/** In the middle of a line, so that only what matters there is escaped. */
const plain = (text: string): string => {
  const heading = { type: 'heading' as const, depth: 1 as const, children: [{ type: 'text' as const, value: `x ${text} x` }] };
  return toMarkdown(heading).trimEnd().slice('# x '.length, -' x'.length);
};
