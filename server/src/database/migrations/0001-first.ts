import { sql, type Kysely } from 'kysely';

/**
 * Every table has a primary key that begins with the column by which a distributed PostgreSQL would spread it, no foreign key crosses
 * tables, and nothing is numbered by a sequence. `docs/scaling.md` says which column that is.
 */
const statements = [
  `create table content (
    kind text not null, id text not null, position integer not null, body jsonb not null,
    primary key (kind, id))`,
  `create table passage (
    document_id text not null, version integer not null, position integer not null, id text not null, line jsonb not null,
    text jsonb not null, primary key (document_id, version, position))`,
  `create unique index passage_by_id on passage (document_id, version, id)`,
  `create table content_revision (
    name text primary key, revision bigint not null, changed_at timestamptz not null)`,
  `create table acceptance (
    participant bytea not null, process_id text not null, pact_id text not null, version integer not null,
    reference text not null, accepted_at timestamptz not null, salt bytea not null, log_entry uuid not null, protocol_number text,
    primary key (participant, pact_id, version))`,
  `create index acceptance_of_process on acceptance (process_id, accepted_at)`,
  `create index acceptance_by_reference on acceptance (process_id, reference)`,
  `create table submission (
    sender bytea not null, key text not null, fingerprint bytea not null, status integer, answer jsonb,
    received_at timestamptz not null, primary key (sender, key))`,
  `create index submission_by_age on submission (received_at)`,
  `create table log_entry (
    id uuid not null, process_id text not null, commitment bytea not null, entered_at timestamptz not null,
    primary key (id))`,
  `create index log_of_process on log_entry (process_id, entered_at, id)`,
  `create table session (
    id bytea primary key, person bytea not null, sealed bytea not null, started_at timestamptz not null,
    seen_at timestamptz not null, rotated_at timestamptz not null, expires_at timestamptz not null)`,
  `create index session_of_person on session (person)`,
  `create index session_by_end on session (expires_at)`,
  `create table sign_in (state bytea primary key, sealed bytea not null, expires_at timestamptz not null)`,
  `create table nickname (person bytea primary key, nickname text not null)`,
  `create table nickname_taken (folded text primary key, person bytea not null)`,
  `create index nickname_taken_by on nickname_taken (person)`,
  `create table draft (
    id bytea primary key, origin text not null, sealed bytea not null, expires_at timestamptz not null)`,
  `create table subscription (
    person bytea not null, process_id text not null, sealed_address bytea not null, locale text not null, kinds text not null,
    token bytea not null, confirmed_at timestamptz, created_at timestamptz not null, reminded_of text,
    primary key (person, process_id))`,
  `create index subscription_by_token on subscription (token)`,
  `create index subscription_of_process on subscription (process_id)`,
  `create table outgoing (
    id uuid primary key, channel text not null, person bytea, sealed bytea not null, due_at timestamptz not null,
    attempts integer not null default 0, claimed_until timestamptz)`,
  `create index outgoing_by_date on outgoing (due_at)`,
  `create index outgoing_of_person on outgoing (person)`,
  `create table rate (
    bucket bytea not null, window_start bigint not null, hits integer not null, primary key (bucket, window_start))`,
  `create index rate_by_age on rate (window_start)`,
  `create table job (name text primary key, due_at timestamptz not null, claimed_until timestamptz)`,
  `create table sealed_identity (
    participant bytea not null, process_id text not null, office text not null, reference text not null, sealed bytea not null,
    created_at timestamptz not null, primary key (participant, reference))`,
  `create index sealed_identity_of_process on sealed_identity (process_id, office)`,
  `create table kept_process (process_id text primary key, erase_after text)`,
  `create table mark (name text primary key, value bytea not null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
