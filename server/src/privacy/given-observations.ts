import * as v from 'valibot';
import { attachmentOf } from '../attachments/attachment-of.js';
import type { City } from '../city.js';
import { hiddenSchema } from '../../../src/model/moderation.js';
import type { ObservationDraft } from '../../../src/model/observation-draft.js';
import { commitmentOf } from '../participation/commitment.js';
import type { GivenContribution } from './given.js';

/** Something, and the process that it belongs to. */
export interface InProcess<Item> {
  readonly process: string;
  readonly of: Item;
}

export interface GivenReport {
  readonly reference: string;
  /** Id of the comment, where one is meant. */
  readonly comment?: string;
  readonly reason: string;
  readonly note?: string;
  readonly at: string;
}

export interface GivenFile {
  readonly name: string;
  readonly at: string;
  readonly url: string;
}

/** What one person gave around observations, in all processes. */
export interface GivenAround {
  readonly contributions: InProcess<GivenContribution>[];
  /** Numbers of observations that the person likes. */
  readonly likes: InProcess<string>[];
  readonly reports: InProcess<GivenReport>[];
  /** Files that were left and not sent. */
  readonly files: InProcess<GivenFile>[];
}

/**
 * Everything that one person observed, commented, liked, reported and attached.
 *
 * @param participants - What stands for the person in each process.
 * @param reporter - What stands for them in reports.
 */
export async function givenAround(
  { database: { db }, settings }: Pick<City, 'database' | 'settings'>,
  participants: readonly Uint8Array[],
  reporter: Uint8Array,
): Promise<GivenAround> {
  const own = [...participants];
  const observations = await db
    .selectFrom('observation')
    .selectAll()
    .where('participant', 'in', own)
    .orderBy('received_at')
    .orderBy('reference')
    .execute();
  const comments = await db.selectFrom('comment').selectAll().where('participant', 'in', own).orderBy('at').execute();
  const likes = await db
    .selectFrom('observation_like')
    .select(['process_id', 'reference'])
    .where('participant', 'in', own)
    .orderBy('reference')
    .execute();
  const reports = await db.selectFrom('report').selectAll().where('reporter', '=', reporter).orderBy('at').execute();
  const files = await db
    .selectFrom('attachment')
    .selectAll()
    .where('sender', 'in', own)
    .where('reference', 'is', null)
    .orderBy('at')
    .execute();
  return {
    contributions: [
      ...observations.map(row => ({ process: row.process_id, of: observationGiven(row, settings.url) })),
      ...comments.map(({ process_id: process, reference, id, at, lang, text, alignment, hidden }) => ({
        process,
        of: {
          kind: 'comment' as const,
          reference,
          comment: id,
          at: at.toISOString(),
          ...(hidden && { hidden: v.parse(hiddenSchema, hidden) }),
          url: followUrl(settings.url, process, reference),
          content: { text, lang, alignment },
        },
      })),
    ],
    likes: likes.map(({ process_id: process, reference }) => ({ process, of: reference })),
    reports: reports.map(({ process_id: process, reference, comment_id: comment, reason, note, at }) => ({
      process,
      of: { reference, ...(comment !== null && { comment }), reason, ...(note !== null && { note }), at: at.toISOString() },
    })),
    files: files.map(row => ({
      process: row.process_id,
      of: { name: row.name, at: row.at.toISOString(), url: attachmentOf(row, settings.url).url },
    })),
  };
}

interface ObservationRow {
  readonly process_id: string;
  readonly reference: string;
  readonly received_at: Date;
  readonly lang: string;
  readonly body: object;
  readonly salt: Uint8Array | null;
  readonly content: object | null;
  readonly leaf: number;
  readonly protocol_number: string | null;
  readonly hidden: object | null;
}

function observationGiven(
  {
    process_id: process,
    reference,
    received_at,
    lang,
    body,
    salt,
    content,
    leaf,
    protocol_number: number,
    hidden,
  }: ObservationRow,
  site: URL,
): GivenContribution {
  const { title } = body as unknown as ObservationDraft;
  return {
    kind: 'observation',
    reference,
    at: received_at.toISOString(),
    url: followUrl(site, process, reference),
    ...(hidden && { hidden: v.parse(hiddenSchema, hidden) }),
    ...(title !== undefined && { subject: { lang, text: title } }),
    content: content ?? body,
    ...(salt && content && { log: { leaf, commitment: base64(commitmentOf(content, salt)), salt: base64(salt) } }),
    ...(number !== null && { protocolNumber: number }),
  };
}

const followUrl = (site: URL, process: string, reference: string): string =>
  new URL(`/embed/follow/${process}?reference=${reference}`, site).href;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
