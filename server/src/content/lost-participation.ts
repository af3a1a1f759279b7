import type { Transaction } from 'kysely';
import { eraseVotesOf } from '../ballots/erase-votes.js';
import type { Schema } from '../database/schema.js';
import { eraseObservationsOf } from '../privacy/erase-process.js';
import { lostVotes } from './lost-votes.js';
import type { Content } from './schema.js';

/** Something that people took part in, and that an import would take away. */
export interface LostParticipation {
  /** One sentence for the person who imports. */
  about: string;
  process: string;
  /** Missing when the whole process goes. */
  pact?: string;
  version?: number;
  /** The ballot whose votes go. */
  ballot?: string;
  /** Whether what people left stays all the same: only what it was on goes. */
  stays?: true;
}

/** What people left behind for processes, pacts and versions that this content does not have. */
export async function lostParticipation(transaction: Transaction<Schema>, content: Content): Promise<LostParticipation[]> {
  const { processes, pacts, documents = [] } = content;
  const processIds = new Set(processes.map(({ id }) => id));
  const versions = new Set(pacts.flatMap(({ id, versions }) => versions.map(({ number }) => `${id} ${String(number)}`)));
  const accepted = await transaction
    .selectFrom('acceptance')
    .select(({ fn }) => ['process_id', 'pact_id', 'version', fn.countAll<number>().as('count')])
    .groupBy(['process_id', 'pact_id', 'version'])
    .orderBy('process_id')
    .orderBy('pact_id')
    .orderBy('version')
    .execute();
  const subscribed = await rowsByProcess(transaction, 'subscription');
  const identities = await rowsByProcess(transaction, 'sealed_identity');
  const observations = await rowsByProcess(transaction, 'observation');
  const gone = ({ process_id }: { process_id: string }): boolean => !processIds.has(process_id);

  const lostVersions = accepted
    .filter(row => !processIds.has(row.process_id) || !versions.has(`${row.pact_id} ${String(row.version)}`))
    .map(row => ({
      about: `version ${String(row.version)} of the pact '${row.pact_id}' is gone; acceptances: ${String(row.count)}`,
      process: row.process_id,
      pact: row.pact_id,
      version: row.version,
    }));
  const letters = subscribed.filter(gone).map(({ process_id: process, count }) => ({
    about: `the process '${process}' is gone; people who get letters about it: ${String(count)}`,
    process,
  }));
  const sealed = identities.filter(gone).map(({ process_id: process, count }) => ({
    about: `the process '${process}' is gone; identities that are locked for an office: ${String(count)}`,
    process,
  }));
  const observed = observations.filter(gone).map(({ process_id: process, count }) => ({
    about: `the process '${process}' is gone; observations: ${String(count)}`,
    process,
  }));
  const passages = (await lostPassages(transaction, documents)).filter(({ process }) => processIds.has(process));
  return [...lostVersions, ...letters, ...sealed, ...observed, ...passages, ...(await lostVotes(transaction, content))];
}

/** Passages that people observed, and that are in no version any longer. */
async function lostPassages(
  transaction: Transaction<Schema>,
  documents: NonNullable<Content['documents']>,
): Promise<LostParticipation[]> {
  const passages = new Set(
    documents.flatMap(({ id, versions }) => versions.flatMap(version => version.passages.map(passage => `${id} ${passage.id}`))),
  );
  const observed = await transaction
    .selectFrom('observation')
    .select(({ fn }) => ['process_id', 'document_id', 'passage_id', fn.countAll<number>().as('count')])
    .where('passage_id', 'is not', null)
    .groupBy(['process_id', 'document_id', 'passage_id'])
    .orderBy('process_id')
    .orderBy('document_id')
    .orderBy('passage_id')
    .execute();
  return observed
    .filter(({ document_id, passage_id }) => !passages.has(`${document_id ?? ''} ${passage_id ?? ''}`))
    .map(({ process_id: process, document_id, passage_id, count }) => ({
      about: `the passage '${passage_id ?? ''}' of '${document_id ?? ''}' is gone; observations on it: ${String(count)}`,
      process,
      stays: true,
    }));
}

async function rowsByProcess(
  transaction: Transaction<Schema>,
  table: 'subscription' | 'sealed_identity' | 'observation',
): Promise<{ process_id: string; count: number }[]> {
  return transaction
    .selectFrom(table)
    .select(({ fn }) => ['process_id', fn.countAll<number>().as('count')])
    .groupBy('process_id')
    .orderBy('process_id')
    .execute();
}

/** Erases it. What belongs to no process would be kept for ever, since the process says for how long. */
export async function eraseLost(transaction: Transaction<Schema>, lost: readonly LostParticipation[]): Promise<void> {
  for (const { process, pact, version, ballot, stays } of lost) {
    if (stays) continue;
    if (ballot !== undefined) await eraseVotesOf(transaction, process, [ballot]);
    else if (pact === undefined || version === undefined) {
      await transaction.deleteFrom('subscription').where('process_id', '=', process).execute();
      await transaction.deleteFrom('sealed_identity').where('process_id', '=', process).execute();
      await eraseObservationsOf(transaction, process);
    } else {
      await transaction.deleteFrom('acceptance').where('pact_id', '=', pact).where('version', '=', version).execute();
    }
  }
}
