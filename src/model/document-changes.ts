import type { Passage } from './document.js';
import { plainParagraphs } from './richtext.js';

/** One passage that differs between two versions. `before` or `after` is absent when it was added or removed. */
export interface PassageChange {
  /** The passage as it reads now, or as it read when it was removed. */
  readonly passage: Passage;
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/**
 * What changed from one version of a document to another, in the order of the newer text; what was removed comes last. Passages are
 * matched by id, so that one that only moved is not a change. What they say in plain words is not compared: the body alone is decided on.
 */
export function passageChanges(before: readonly Passage[], after: readonly Passage[]): PassageChange[] {
  const old = new Map(before.map(passage => [passage.id, passage]));
  const changes = after.flatMap((passage): PassageChange[] => {
    const match = old.get(passage.id);
    old.delete(passage.id);
    const now = linesOf(passage);
    if (!match) return [{ passage, after: now }];
    const then = linesOf(match);
    return then.join('\n') === now.join('\n') ? [] : [{ passage, before: then, after: now }];
  });
  return [...changes, ...[...old.values()].map(passage => ({ passage, before: linesOf(passage) }))];
}

/** Its name first, then its words. */
function linesOf({ label, title, body }: Passage): string[] {
  const name = [label?.text, title?.text].filter(Boolean).join(' ');
  return [...(name === '' ? [] : [name]), ...plainParagraphs(body?.blocks ?? [])];
}
