import type { PactVersion } from './pact.js';
import { plainParagraphs } from './richtext.js';

/** One part of a pact that differs between two versions. `before` or `after` is absent when the part was added or removed. */
export interface PactChange {
  /** Which part: `title`, `brief`, `decided`, `notDecided`, `eligibility`, `section` or `party`. */
  part: PactPart;
  /** For a section its id, for a party its role. */
  id?: string;
  /** The heading of the section or the name of the party, as it reads now (or as it read, when it was removed). */
  heading?: string;
  before?: string[];
  after?: string[];
}

export type PactPart = 'title' | 'brief' | 'decided' | 'notDecided' | 'eligibility' | 'section' | 'party';

/** Words for what is not text in a pact, such as ages, so that both sides of a comparison read alike. */
export interface ChangeWords {
  eligibility(eligibility: PactVersion['eligibility']): string[];
  gives(text: string): string;
  gets(text: string): string;
}

/**
 * What changed from one version of a pact to another, part by part, in the order of the newer text. Sections are
 * matched by id and parties by role and name, so that a section that only moved is not a change.
 */
export function pactChanges(before: PactVersion, after: PactVersion, words: ChangeWords): PactChange[] {
  const fixed: [PactPart, (version: PactVersion) => string[]][] = [
    ['title', version => [version.title.text]],
    ['brief', version => plainParagraphs(version.brief.blocks)],
    ['decided', version => version.decided.map(item => item.text)],
    ['notDecided', version => version.notDecided.map(item => item.text)],
    ['eligibility', version => words.eligibility(version.eligibility)],
  ];
  return [
    ...fixed.flatMap(([part, read]) => changed({ part, before: read(before), after: read(after) })),
    ...matched(
      before.parties,
      after.parties,
      party => `${party.role.value}/${party.name.text}`,
      party => ({
        part: 'party',
        id: party.role.value,
        heading: party.name.text,
        lines: [...party.gives.map(item => words.gives(item.text)), ...party.gets.map(item => words.gets(item.text))],
      }),
    ),
    ...matched(
      before.sections,
      after.sections,
      section => section.id,
      section => ({
        part: 'section',
        id: section.id,
        heading: section.title.text,
        lines: [section.title.text, ...plainParagraphs(section.body.blocks)],
      }),
    ),
  ];
}

interface Described {
  part: PactPart;
  id: string;
  heading: string;
  lines: string[];
}

function matched<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  describe: (item: Item) => Described,
): PactChange[] {
  const old = new Map(before.map(item => [keyOf(item), describe(item)]));
  const changes = after.flatMap(item => {
    const { lines, ...head } = describe(item);
    const match = old.get(keyOf(item));
    old.delete(keyOf(item));
    return match ? changed({ ...head, before: match.lines, after: lines }) : [{ ...head, after: lines }];
  });
  const removed = [...old.values()].map(({ lines, ...head }) => ({ ...head, before: lines }));
  return [...changes, ...removed];
}

function changed(change: PactChange & { before: string[]; after: string[] }): PactChange[] {
  return change.before.join('\n') === change.after.join('\n') ? [] : [change];
}
