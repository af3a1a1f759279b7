import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { Content } from './schema.js';

/** Something that people took part in, and that an import would take away. */
export interface LostParticipation {
  /** One sentence for the person who imports. */
  about: string;
  process: string;
  /** Missing when the whole process goes. */
  pact?: string;
  version?: number;
}

/** What people left behind for processes, pacts and versions that this content does not have. */
export async function lostParticipation(
  transaction: Transaction<Schema>,
  { processes, pacts }: Content,
): Promise<LostParticipation[]> {
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
  return [...lostVersions, ...letters, ...sealed];
}

async function rowsByProcess(
  transaction: Transaction<Schema>,
  table: 'subscription' | 'sealed_identity',
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
  for (const { process, pact, version } of lost) {
    if (pact === undefined || version === undefined) {
      await transaction.deleteFrom('subscription').where('process_id', '=', process).execute();
      await transaction.deleteFrom('sealed_identity').where('process_id', '=', process).execute();
    } else {
      await transaction.deleteFrom('acceptance').where('pact_id', '=', pact).where('version', '=', version).execute();
    }
  }
}
