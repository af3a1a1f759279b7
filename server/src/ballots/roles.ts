import { sql, type Kysely, type Transaction } from 'kysely';
import type { Schema } from '../database/schema.js';

/** The roles of the database that keep who votes and what was voted apart. */
export type BallotRole = 'portico_roll' | 'portico_box';

const known = new WeakMap<Kysely<Schema>, Promise<boolean>>();

/** Whether the roles are there and this server may take them. */
export function rolesAreThere(db: Kysely<Schema>): Promise<boolean> {
  let answer = known.get(db);
  if (!answer) known.set(db, (answer = look(db)));
  return answer;
}

async function look(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_roles
    where rolname in ('portico_roll', 'portico_box') and pg_has_role(current_user, oid, 'member')`.execute(db);
  return Number(rows[0]?.count) === 2;
}

/** Works in a transaction of its own, in which the database lets it touch what the role may touch and nothing else. */
export async function asRole<Result>(
  db: Kysely<Schema>,
  role: BallotRole,
  work: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  const isThere = await rolesAreThere(db);
  return db.transaction().execute(async transaction => {
    if (isThere) await sql`set local role ${sql.id(role)}`.execute(transaction);
    return work(transaction);
  });
}
