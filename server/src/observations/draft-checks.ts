import type { Transaction } from 'kysely';
import { findQuote } from '../../../src/model/find-quote.js';
import type { ObservationDraft } from '../../../src/model/observation-draft.js';
import type { FieldUse, ObservationTerms } from '../../../src/model/observation-terms.js';
import type { ObservationSubject } from '../../../src/model/observation.js';
import { plainParagraphs } from '../../../src/model/richtext.js';
import { Translations } from '../../../src/model/translations.js';
import { hasWords, lengthOf } from '../../../src/model/written-text.js';
import type { City } from '../city.js';
import { passagesFrom } from '../content/passages.js';
import type { BareDocument, PassageContent } from '../content/schema.js';
import { speakPassages } from '../content/speak-document.js';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problems/problem.js';

/** A part of a draft that cannot be taken; `detail` is for developers. */
interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * Looks at what was written, against the rules of the process. The draft is one that `keptDraft` made.
 *
 * @throws Problem `invalid-fields` with every field that is wrong.
 */
export function checkWritten(draft: ObservationDraft, terms: ObservationTerms): void {
  const { kind, title, text, wording, theme, place, attachments } = draft;
  const { kinds, fields, themes, hubs, longest } = terms;
  const faults: Fault[] = [];
  const fault = (pointer: string, detail: string): void => void faults.push({ pointer, detail });
  const missing = (field: keyof typeof fields, given: boolean): void => {
    const use: FieldUse = fields[field];
    if (use === 'required' && !given) fault(`/${field}`, 'is missing');
    if (use === 'off' && given) fault(`/${field}`, 'is not asked for');
  };

  if (!kinds.some(({ value }) => value === kind)) fault('/kind', 'is none of this process');
  missing('title', title !== undefined);
  missing('theme', theme !== undefined);
  missing('place', place !== undefined);
  missing('attachments', attachments.length > 0);
  if (title !== undefined && lengthOf(title) > longest.title) fault('/title', `has more than ${String(longest.title)} signs`);
  if (theme !== undefined && !themes.some(({ id }) => id === theme)) fault('/theme', 'is none of this process');
  if (place?.hub !== undefined && !hubs.some(({ id }) => id === place.hub)) fault('/place/hub', 'is none of this process');
  if (attachments.length > terms.attachments.most) fault('/attachments', `are more than ${String(terms.attachments.most)}`);
  // An amendment may let its wording speak for itself.
  if (kind === 'amendment') {
    if (!wording) fault('/wording', 'is missing');
    else if (wording.before === wording.after) fault('/wording/after', 'changes nothing');
    else if (lengthOf(wording.after) > longest.text) fault('/wording/after', `has more than ${String(longest.text)} signs`);
  } else {
    if (!hasWords(text)) fault('/text', 'is empty');
    if (wording) fault('/wording', 'belongs to an amendment');
  }
  if (lengthOf(text) > longest.text) fault('/text', `has more than ${String(longest.text)} signs`);
  if (faults.length > 0) throw new Problem('invalid-fields', { fields: faults });
}

/**
 * The document that an observation is about. It is read before a transaction begins.
 *
 * @throws Problem `not-found` when it is none of the process.
 */
export async function subjectDocument(
  { content }: Pick<City, 'content'>,
  { process, document: id }: ObservationSubject,
): Promise<BareDocument | undefined> {
  if (id === undefined) return undefined;
  const document = await content.document(id);
  if (document?.process !== process) throw new Problem('not-found');
  return document;
}

/**
 * Looks whether what an observation is about is there, and reads as it did when it was written.
 *
 * @throws Problem `text-changed` for a passage that is gone or words that read otherwise, `invalid-fields` for a passage that takes none.
 */
export async function checkSubject(
  { settings }: Pick<City, 'settings'>,
  transaction: Transaction<Schema>,
  { subject, wording }: Pick<ObservationDraft, 'subject' | 'wording'>,
  document: BareDocument | undefined,
): Promise<void> {
  const { version, passage: passageId, quote } = subject;
  if (!document) {
    refuseUnless(passageId === undefined && quote === undefined && wording === undefined, '/subject/document', 'is missing');
    return;
  }
  if (version === undefined || !document.versions.some(({ number }) => number === version)) throw new Problem('text-changed');
  if (passageId === undefined) {
    refuseUnless(quote === undefined && wording === undefined, '/subject/passage', 'is missing');
    return;
  }
  const [found] = await passagesFrom(transaction, { document: document.id, version, from: passageId, limit: 1 });
  if (found?.id !== passageId) throw new Problem('text-changed');
  refuseUnless(found.observable !== false, '/subject/passage', 'takes no observations');
  if (!quote && !wording) return;
  const texts = languagesOf(found, settings.locale).map(locale => {
    const [spoken] = speakPassages([found], document, { locale, fallback: settings.locale });
    return plainParagraphs(spoken?.body?.blocks ?? []).join('\n');
  });
  if (!texts.some(text => readsAs(text, { quote, wording }))) throw new Problem('text-changed');
}

/** The languages in which somebody can have read a passage. */
const languagesOf = ({ body }: PassageContent, locale: string): string[] =>
  body instanceof Translations ? Object.keys(body.byLanguage) : [locale];

/** Whether a text still has the words that are quoted, or that another wording is proposed for. */
function readsAs(
  text: string,
  { quote, wording }: { quote: ObservationSubject['quote'] | undefined; wording: ObservationDraft['wording'] | undefined },
): boolean {
  const place = quote && findQuote(text, quote);
  if (quote && !place) return false;
  return !wording || wording.before === (place ? text.slice(place.start, place.end) : text);
}

function refuseUnless(condition: boolean, pointer: string, detail: string): void {
  if (!condition) throw new Problem('invalid-fields', { fields: [{ pointer, detail }] });
}

/** Whether an edited draft is still about the same. */
export const sameSubject = (one: ObservationSubject, other: ObservationSubject): boolean =>
  (['process', 'document', 'passage'] as const).every(part => one[part] === other[part]);
