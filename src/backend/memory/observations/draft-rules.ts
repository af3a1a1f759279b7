import type { Passage } from '../../../model/document.js';
import { findQuote } from '../../../model/find-quote.js';
import type { ObservationDraft } from '../../../model/observation-draft.js';
import type { FieldUse, ObservationTerms } from '../../../model/observation-terms.js';
import { plainParagraphs } from '../../../model/richtext.js';
import { hasWords, lengthOf } from '../../../model/written-text.js';
import { BackendError, type InvalidField } from '../../errors.js';

/**
 * Looks at what was written, against the rules of the process. The draft is one that `keptDraft` made.
 *
 * @throws BackendError `invalid` with every field that is wrong.
 */
export function checkWritten(draft: ObservationDraft, terms: ObservationTerms): void {
  const { kind, title, text, theme, place, attachments } = draft;
  const { kinds, fields, themes, hubs, longest } = terms;
  const missing = (field: keyof typeof fields, given: boolean): InvalidField[] => {
    const use: FieldUse = fields[field];
    return [
      ...fault(use === 'required' && !given, field, 'is missing'),
      ...fault(use === 'off' && given, field, 'is not asked for'),
    ];
  };
  refuse([
    ...fault(!kinds.some(({ value }) => value === kind), 'kind', 'is none of this process'),
    ...missing('title', title !== undefined),
    ...missing('theme', theme !== undefined),
    ...missing('place', place !== undefined),
    ...missing('attachments', attachments.length > 0),
    ...fault(lengthOf(title ?? '') > longest.title, 'title', 'is too long'),
    ...fault(theme !== undefined && !themes.some(({ id }) => id === theme), 'theme', 'is none of this process'),
    ...fault(place?.hub !== undefined && !hubs.some(({ id }) => id === place.hub), 'place.hub', 'is none of this process'),
    ...fault(attachments.length > terms.attachments.most, 'attachments', 'are too many'),
    ...fault(lengthOf(text) > longest.text, 'text', 'is too long'),
    ...wordingFaults(draft, terms),
  ]);
}

/** An amendment may let its wording speak for itself; all else needs a text. */
function wordingFaults({ kind, text, wording }: ObservationDraft, { longest }: ObservationTerms): InvalidField[] {
  if (kind !== 'amendment')
    return [...fault(!hasWords(text), 'text', 'is empty'), ...fault(wording !== undefined, 'wording', 'belongs to an amendment')];
  if (!wording) return fault(true, 'wording', 'is missing');
  return [
    ...fault(wording.before === wording.after, 'wording.after', 'changes nothing'),
    ...fault(lengthOf(wording.after) > longest.text, 'wording.after', 'is too long'),
  ];
}

/**
 * Looks whether what an observation is about is there, and reads as it did when it was written.
 *
 * @param read - Gives a passage of a version of a document; nothing when it is not there.
 * @throws BackendError `conflict`, or `invalid` for a subject that takes none.
 */
export function checkSubject(
  { subject, wording }: Pick<ObservationDraft, 'subject' | 'wording'>,
  read: (document: string, version: number, passage: string) => Passage | undefined,
): void {
  const { document, version, passage: id, quote } = subject;
  if (document === undefined) {
    refuse(fault(Boolean(id ?? quote ?? wording), 'subject.document', 'is missing'));
    return;
  }
  if (version === undefined) throw new BackendError('conflict', 'the draft names no version');
  if (id === undefined) {
    refuse(fault(Boolean(quote ?? wording), 'subject.passage', 'is missing'));
    return;
  }
  const passage = read(document, version, id);
  if (!passage) throw new BackendError('conflict', `the passage ${id} is gone`);
  refuse(fault(!passage.observable, 'subject.passage', 'takes no observations'));
  const text = plainParagraphs(passage.body?.blocks ?? []).join('\n');
  const place = quote && findQuote(text, quote);
  if (quote && !place) throw new BackendError('conflict', 'the quoted words are gone');
  const words = place ? text.slice(place.start, place.end) : text;
  if (wording && wording.before !== words) throw new BackendError('conflict', 'the passage reads otherwise');
}

const fault = (wrong: boolean, path: string, message: string): InvalidField[] => (wrong ? [{ path, message }] : []);

/** @throws BackendError `invalid` when there is a field that is wrong. */
export function refuse(fields: readonly InvalidField[]): void {
  if (fields.length > 0) throw new BackendError('invalid', fields.map(({ path }) => path).join(', '), { fields });
}
