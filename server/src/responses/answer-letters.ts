import type { Transaction } from 'kysely';
import type { Text } from '../../../src/model/text.js';
import type { City } from '../city.js';
import { speakProcess } from '../content/speak.js';
import type { ProcessContent } from '../content/schema.js';
import type { Schema } from '../database/schema.js';
import type { LetterContent } from '../notices/letter-content.js';
import { putIntoOutbox, type Outgoing } from '../notices/outbox.js';
import { openAnswerRecipient } from './answer-recipient.js';
import type { PlannedResponse } from './response-plan.js';

/** Observations whose letters are written at once. */
const batch = 500;

/** What was published, by id of the process. */
export type Processes = ReadonlyMap<string, ProcessContent>;

/**
 * Writes the letters about answers to who asked for them and confirmed the address: within the transaction that publishes the answers.
 *
 * @param processes - Read before the transaction, since the embedded database has one connection.
 */
export async function answerLetters(
  city: City,
  transaction: Transaction<Schema>,
  responses: readonly PlannedResponse[],
  processes: Processes,
): Promise<void> {
  for (let start = 0; start < responses.length; start += batch) {
    await writeSome(city, transaction, responses.slice(start, start + batch), processes);
  }
}

async function writeSome(
  { keys, settings, now }: City,
  transaction: Transaction<Schema>,
  responses: readonly PlannedResponse[],
  processes: Processes,
): Promise<void> {
  const rows = await transaction
    .selectFrom('observation')
    .select(['process_id', 'reference', 'recipient', 'lang', 'body'])
    .where(
      'reference',
      'in',
      responses.map(({ reference }) => reference),
    )
    .where('recipient', 'is not', null)
    .execute();
  const waiting = rows.flatMap(({ recipient, ...row }) => {
    const person = recipient && openAnswerRecipient(keys, recipient);
    return person ? [{ ...row, person }] : [];
  });
  if (waiting.length === 0) return;
  const subscriptions = await transaction
    .selectFrom('subscription')
    .select(['person', 'process_id', 'locale'])
    .where(
      'person',
      'in',
      waiting.map(({ person }) => person),
    )
    .where('confirmed_at', 'is not', null)
    .where('kinds', 'like', '% answer %')
    .execute();
  const localeOf = new Map(
    subscriptions.map(({ person, process_id, locale }) => [`${process_id} ${Buffer.from(person).toString('hex')}`, locale]),
  );
  const letters: Outgoing<LetterContent>[] = [];
  for (const { process_id, reference, person, lang, body } of waiting) {
    const locale = localeOf.get(`${process_id} ${person.toString('hex')}`);
    const process = processes.get(process_id);
    if (!process || locale === undefined) continue;
    const { title } = speakProcess(process, { locale, fallback: settings.locale });
    const own = (body as { title?: string }).title;
    const subject: Text = own === undefined || own === '' ? title : { lang, text: own };
    const url = new URL(`/embed/follow/${process_id}`, settings.url);
    url.search = new URLSearchParams({ reference, lang: locale }).toString();
    letters.push({
      channel: 'mail',
      person,
      content: { kind: 'answer', process: process_id, title, reference, subject, url: url.href },
    });
  }
  await putIntoOutbox(transaction, keys, letters, now());
}
