import { sql, type Transaction } from 'kysely';
import type { ObservationDraft } from '../../../src/model/observation-draft.js';
import { tidied } from '../../../src/model/written-text.js';
import type { City } from '../city.js';
import type { Schema } from '../database/schema.js';
import { happened } from '../observations/events.js';
import { observationRow } from '../observations/find-observation.js';
import { searchable } from '../observations/searchable.js';
import { writtenIn } from '../observations/terms.js';
import { Problem } from '../problems/problem.js';
import { closeReports } from './close-reports.js';
import { textOf, type Decision } from './decide.js';
import { noteAction } from './note-action.js';
import { hold, type Contribution } from './subject.js';

/** What stands in the place of words that were taken out, as Italian acts write it. */
export const omission = '[omissis]';

/** Words to take out, one for each line that was typed. */
export const wordsToOmit = (typed: string): string[] => [
  ...new Set(
    tidied(typed)
      .split('\n')
      .map(words => words.trim())
      .filter(words => words.length >= 2),
  ),
];

/** A text without these words. */
export const omitted = (text: string, words: readonly string[]): string =>
  [...words].sort((one, other) => other.length - one.length).reduce((rest, each) => rest.replaceAll(each, omission), text);

/**
 * Takes somebody's personal data out of a contribution and leaves the rest. The words are gone for good: also from the names of its files,
 * from answers that are kept for a repeated write, and from what the log committed to, whose leaf says nothing any more.
 *
 * @throws Problem `not-found`, `invalid-fields` when none of the words stands there.
 */
export async function redact(
  city: Pick<City, 'content' | 'database' | 'now' | 'settings'>,
  contribution: Contribution,
  { official, note, words }: Decision & { words: readonly string[] },
): Promise<void> {
  const process = await city.content.process(contribution.process);
  const language = writtenIn({ observations: process?.observations }, city.settings);
  await city.database.db.transaction().execute(async transaction => {
    const at = city.now();
    await hold(transaction, contribution);
    const changed =
      contribution.comment === undefined
        ? await redactObservation(transaction, contribution, { words, language })
        : await redactComment(transaction, contribution, words);
    if (!changed) throw new Problem('invalid-fields', { fields: [{ pointer: '/words', detail: 'do not stand there' }] });
    if (contribution.comment === undefined) {
      await happened(transaction, [{ ...contribution, event: 'redacted', at, note: textOf(note, city.settings.locale) }]);
    }
    await closeReports(transaction, contribution, 'redacted', at);
    await noteAction(transaction, contribution, { official, action: 'redacted', note, at });
  });
}

async function redactObservation(
  transaction: Transaction<Schema>,
  { process, reference }: Contribution,
  { words, language }: { words: readonly string[]; language: string },
): Promise<boolean> {
  const row = await observationRow(transaction, reference);
  if (!row) return false;
  const draft = row.body as unknown as ObservationDraft;
  const { subject, title, text, wording, place } = draft;
  const { quote } = subject;
  const clean = {
    ...draft,
    // The words that were chosen are the document's; what stands around them could be anything.
    ...(quote && {
      subject: { ...subject, quote: { ...quote, prefix: omitted(quote.prefix, words), suffix: omitted(quote.suffix, words) } },
    }),
    ...(title !== undefined && { title: omitted(title, words) }),
    text: omitted(text, words),
    ...(wording && { wording: { ...wording, after: omitted(wording.after, words) } }),
    ...(place && { place: { ...place, text: omitted(place.text, words) } }),
  };
  if (JSON.stringify(clean) === JSON.stringify(draft)) return false;
  await transaction
    .updateTable('observation')
    .set({
      body: JSON.stringify(clean),
      search: searchable(language, reference, clean),
      salt: null,
      content: null,
    })
    .where('process_id', '=', process)
    .where('reference', '=', reference)
    .execute();
  await redactFileNames(transaction, { process, reference }, words);
  await transaction
    .updateTable('submission')
    .set({ answer: sql`jsonb_set(answer, '{content}', jsonb_build_object('reference', ${reference}::text))` })
    .where(sql<boolean>`answer->>'reference' = ${reference} and answer->'content' is not null`)
    .execute();
  return true;
}

async function redactFileNames(
  transaction: Transaction<Schema>,
  { process, reference }: Contribution,
  words: readonly string[],
): Promise<void> {
  const files = await transaction
    .selectFrom('attachment')
    .select(['id', 'name'])
    .where('process_id', '=', process)
    .where('reference', '=', reference)
    .execute();
  for (const { id, name } of files) {
    const clean = omitted(name, words);
    if (clean === name) continue;
    await transaction
      .updateTable('attachment')
      .set({ name: clean })
      .where('process_id', '=', process)
      .where('id', '=', id)
      .execute();
  }
}

async function redactComment(
  transaction: Transaction<Schema>,
  { process, reference, comment = '' }: Contribution,
  words: readonly string[],
): Promise<boolean> {
  const mine = transaction
    .selectFrom('comment')
    .select('text')
    .where('process_id', '=', process)
    .where('reference', '=', reference)
    .where('id', '=', comment);
  const { text } = await mine.executeTakeFirstOrThrow();
  const clean = omitted(text, words);
  if (clean === text) return false;
  await transaction
    .updateTable('comment')
    .set({ text: clean })
    .where('process_id', '=', process)
    .where('reference', '=', reference)
    .where('id', '=', comment)
    .execute();
  await transaction
    .updateTable('submission')
    .set({ answer: sql`jsonb_set(answer, '{text,text}', to_jsonb(${clean}::text))` })
    .where(sql<boolean>`answer->>'id' = ${comment}`)
    .execute();
  return true;
}
