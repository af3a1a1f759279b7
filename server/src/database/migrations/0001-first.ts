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
  `create table observation (
    process_id text not null, reference text not null, year integer not null, number integer not null, participant bytea,
    document_id text, passage_id text, kind text not null, theme text, state text not null, outcome text, source text not null,
    author text, lang text not null, body jsonb not null, search tsvector not null, received_at timestamptz not null,
    hidden jsonb, adopted_in jsonb, likes integer not null default 0, comments integer not null default 0, salt bytea, content jsonb,
    leaf integer not null, recipient bytea, protocol_number text, primary key (process_id, reference))`,
  `create index observation_by_reference on observation (reference)`,
  `create index observation_by_number on observation (process_id, year, number)`,
  `create index observation_of_passage on observation (process_id, document_id, passage_id)`,
  `create index observation_of_participant on observation (participant)`,
  `create index observation_by_words on observation using gin (search)`,
  `create table observation_event (
    process_id text not null, reference text not null, id uuid not null, event text not null, at timestamptz not null, note jsonb,
    primary key (process_id, reference, id))`,
  `create table response (
    process_id text not null, reference text not null, position integer not null, outcome jsonb not null, text jsonb not null, act jsonb,
    at timestamptz not null, primary key (process_id, reference, position))`,
  `create table observation_like (
    process_id text not null, reference text not null, participant bytea not null, primary key (process_id, reference, participant))`,
  `create index observation_like_of on observation_like (participant)`,
  `create table comment (
    process_id text not null, reference text not null, id uuid not null, parent uuid, participant bytea, author text, lang text not null,
    text text not null, alignment text not null, at timestamptz not null, hidden jsonb, primary key (process_id, reference, id))`,
  `create index comment_of_participant on comment (participant)`,
  `create table report (
    process_id text not null, id uuid not null, reference text not null, comment_id uuid, reporter bytea not null, reason text not null,
    note text, at timestamptz not null, decided_at timestamptz, decision text, primary key (process_id, id))`,
  `create index report_waiting on report (process_id, decided_at, at)`,
  `create table moderation (
    process_id text not null, id uuid not null, reference text not null, comment_id uuid, official text not null, action text not null,
    reason text, note text, at timestamptz not null, primary key (process_id, id))`,
  `create table attachment (
    process_id text not null, id text not null, sender bytea not null, reference text, name text not null, type text not null,
    size integer not null, at timestamptz not null, primary key (process_id, id))`,
  `create index attachment_by_id on attachment (id)`,
  `create index attachment_left on attachment (at) where reference is null`,
  `create table reference_counter (process_id text not null, year integer not null, last integer not null, primary key (process_id, year))`,
  `create table log_size (process_id text primary key, size integer not null)`,
  `create table log_node (
    process_id text not null, level integer not null, position integer not null, hash bytea not null,
    primary key (process_id, level, position))`,
  `create table log_head (
    process_id text not null, size integer not null, root text not null, at text not null, signature text not null,
    primary key (process_id, size))`,
  `create table kept_process (process_id text primary key, erase_after text)`,
  `create table mark (name text primary key, value bytea not null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
