import type { Hidden } from '../../../src/model/moderation.js';
import type { Text } from '../../../src/model/text.js';
import { rollsOf } from '../ballots/rolls.js';
import type { City } from '../city.js';
import { speakPact, speakProcess, type Languages } from '../content/speak.js';
import { fromColumn, type NoticeKind } from '../notices/kinds.js';
import { openRecipient } from '../notices/recipient.js';
import type { Visitor } from '../sign-in/visitor.js';
import { givenAround, type GivenFile, type GivenReport, type InProcess } from './given-observations.js';
import { lastDayKept } from './kept-processes.js';
import { pseudonymsOf, reporterOf } from './pseudonyms.js';

/** A contribution of one person, with all that the server keeps about it. */
export interface GivenContribution {
  readonly kind: 'acceptance' | 'observation' | 'comment';
  /** Its number; of a comment: that of the observation. */
  readonly reference: string;
  /** Id of the comment, where it is one. */
  readonly comment?: string;
  /** An instant. */
  readonly at: string;
  /** What it is about; nothing when the city has taken that out of what it publishes. */
  readonly subject?: Text;
  /** Where everybody can read it. */
  readonly url?: string;
  /** Why nobody else can read it any more, and since when. */
  readonly hidden?: Hidden;
  /** Exactly what the entry of the log commits to, where there is one. */
  readonly content: object;
  readonly log?: { readonly entry?: string; readonly leaf?: number; readonly commitment: string; readonly salt: string };
  readonly protocolNumber?: string;
}

/** What one person gave to one process. */
export interface Given {
  readonly process: string;
  readonly title?: Text;
  /** IANA zone in which its dates are shown. */
  readonly timeZone: string;
  readonly contributions: GivenContribution[];
  readonly letters?: { readonly address: string; readonly kinds: NoticeKind[]; readonly confirmed: boolean };
  /** How many identities an office can open, and when they were locked. */
  readonly sealedIdentities: { readonly reference: string; readonly at: string }[];
  /** Ids of ballots on whose roll the person is. What they voted is not known. */
  readonly ballots: string[];
  /** Numbers of observations that the person likes. */
  readonly likes: string[];
  readonly reports: GivenReport[];
  /** Files that were left and not sent. */
  readonly files: GivenFile[];
  /** The last day on which it is kept. */
  readonly keptUntil?: string;
}

/** Everything that one person gave, by process; processes to which they gave nothing are left out. */
export async function everythingOf(city: City, visitor: Pick<Visitor, 'identity'>, languages: Languages): Promise<Given[]> {
  const pseudonyms = await pseudonymsOf(city, visitor);
  if (pseudonyms.length === 0) return [];
  const { db } = city.database;
  const participants = pseudonyms.map(({ participant }) => participant);
  const acceptances = await db
    .selectFrom('acceptance')
    .innerJoin('log_entry', 'log_entry.id', 'acceptance.log_entry')
    .selectAll('acceptance')
    .select('log_entry.commitment')
    .where('participant', 'in', participants)
    .orderBy('accepted_at')
    .execute();
  const letters = await db
    .selectFrom('subscription')
    .selectAll()
    .where(
      'person',
      'in',
      pseudonyms.map(({ recipient }) => recipient),
    )
    .execute();
  const sealed = await db
    .selectFrom('sealed_identity')
    .select(['process_id', 'reference', 'created_at'])
    .where('participant', 'in', participants)
    .execute();
  const around = await givenAround(city, participants, reporterOf(city.keys, visitor));

  const rolls = await rollsOf(db, city.keys, visitor);
  const given: Given[] = [];
  for (const { process: id } of pseudonyms) {
    const mine = acceptances.filter(({ process_id }) => process_id === id);
    const subscription = letters.find(({ process_id }) => process_id === id);
    const identities = sealed.filter(({ process_id }) => process_id === id);
    const inProcess = <Item>(items: readonly InProcess<Item>[]): Item[] =>
      items.filter(({ process }) => process === id).map(({ of }) => of);
    const [contributions, likes] = [inProcess(around.contributions), inProcess(around.likes)];
    const [reports, files] = [inProcess(around.reports), inProcess(around.files)];
    const ballots = rolls.filter(({ process }) => process === id).map(({ ballot }) => ballot);
    const counts = [ballots, mine, identities, contributions, likes, reports, files].map(({ length }) => length);
    if (counts.every(count => count === 0) && !subscription) continue;
    const process = await city.content.process(id);
    const until = process && lastDayKept(process);
    given.push({
      process: id,
      timeZone: process?.timeZone ?? 'UTC',
      ...(process && { title: speakProcess(process, languages).title }),
      contributions: [...(await Promise.all(mine.map(row => acceptanceOf(city, row, languages)))), ...contributions],
      ballots,
      likes,
      reports,
      files,
      ...(subscription && {
        letters: {
          address: openRecipient(city.keys, subscription.sealed_address).address,
          kinds: fromColumn(subscription.kinds),
          confirmed: subscription.confirmed_at !== null,
        },
      }),
      sealedIdentities: identities.map(({ reference, created_at }) => ({ reference, at: created_at.toISOString() })),
      ...(until !== undefined && { keptUntil: until }),
    });
  }
  return given;
}

interface AcceptanceRow {
  reference: string;
  pact_id: string;
  version: number;
  accepted_at: Date;
  salt: Uint8Array;
  log_entry: string;
  commitment: Uint8Array;
  protocol_number: string | null;
}

async function acceptanceOf(city: City, row: AcceptanceRow, languages: Languages): Promise<GivenContribution> {
  const { reference, pact_id: pact, version, accepted_at, salt, log_entry: entry, commitment, protocol_number } = row;
  const at = accepted_at.toISOString();
  const subject = await titleOf(city, pact, version, languages);
  return {
    kind: 'acceptance',
    reference,
    at,
    ...(subject && { subject }),
    content: { reference, pact, version, at },
    log: { entry, commitment: base64(commitment), salt: base64(salt) },
    ...(protocol_number !== null && { protocolNumber: protocol_number }),
  };
}

async function titleOf({ content, now }: City, id: string, version: number, languages: Languages): Promise<Text | undefined> {
  const pact = await content.pact(id);
  const process = pact && (await content.process(pact.process));
  if (!process || !pact.versions.some(({ number }) => number === version)) return undefined;
  return speakPact(pact, process, { ...languages, version, asOf: now().toISOString() }).version.title;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
