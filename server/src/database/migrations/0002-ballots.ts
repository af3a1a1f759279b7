import { sql, type Kysely } from 'kysely';

/**
 * The roll and the box lie apart: each for a role of the database that may not touch the other. Where the server's user may not make roles,
 * `portico-server doctor` says so, and the server works without them.
 */
const statements = [
  `create table ballot_secret (
    ballot_id text primary key, process_id text not null, link_key bytea, seed text not null, closed_at timestamptz)`,
  `create table voter_roll (ballot_id text not null, voter bytea not null, voted boolean, primary key (ballot_id, voter))`,
  `create table vote_box (
    ballot_id text not null, token bytea not null, version integer not null, answers jsonb not null, salt bytea not null,
    commitment bytea not null, leaf integer not null, hour timestamptz not null, key text not null, fingerprint bytea not null,
    primary key (ballot_id, token))`,
  `create table ballot_result (ballot_id text primary key, results jsonb not null, counted jsonb not null, at timestamptz not null)`,
  ...['portico_roll', 'portico_box'].map(
    role => `do $$ begin
      create role ${role} nologin;
    exception when duplicate_object or unique_violation or insufficient_privilege then null;
    end $$`,
  ),
  `do $$ begin
    execute format('grant portico_roll, portico_box to %I', current_user);
    execute format('grant usage on schema %I to portico_roll, portico_box', current_schema());
    grant select, insert, update, delete on voter_roll to portico_roll;
    grant select, insert, update, delete on vote_box, log_size, log_node, log_head to portico_box;
  exception when undefined_object or insufficient_privilege or unique_violation then null;
  end $$`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
