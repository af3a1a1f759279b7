import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** A moment. PostgreSQL's drivers give it as a `Date`. */
type Instant = ColumnType<Date, Date | string, Date | string>;

/** A JSON document that is written as text. */
type Json = JSONColumnType<object>;

/** Bytes that nobody can guess or that stand for a person: hashes, pseudonyms, sealed texts. */
type Bytes = Uint8Array;

/** What the city published: processes, pacts and documents without their passages, all languages in one document. Small, and the same for everybody. */
export interface ContentTable {
  kind: string;
  id: string;
  /** Where it stands in lists. */
  position: number;
  body: Json;
}

/** The passages of documents, one by one: a plan has thousands, and a page of it shows twenty. Part of what the city published. */
export interface PassageTable {
  document_id: string;
  version: number;
  /** Its place in reading order. */
  position: number;
  id: string;
  /** What stands of it in the table of contents. */
  line: Json;
  /** The rest: its long texts, and what can be done with it. */
  text: Json;
}

/** One row, whose number grows with each import: by it each process of the server notices that content has changed. */
export interface ContentRevisionTable {
  name: string;
  revision: number;
  changed_at: Instant;
}

export interface AcceptanceTable {
  /** Who accepted, for this process alone. */
  participant: Bytes;
  process_id: string;
  pact_id: string;
  version: number;
  reference: string;
  accepted_at: Instant;
  /** With it the entry in the log can be shown to be this acceptance; without it nobody can. */
  salt: Bytes;
  log_entry: string;
  /** What the city's protocol register called it. */
  protocol_number: string | null;
}

/** Writes that were received, by the key that came with them. Kept for 24 hours. */
export interface SubmissionTable {
  /** Who wrote: a pseudonym, or the hash of a session or address. */
  sender: Bytes;
  key: string;
  /** Hash of address and body. */
  fingerprint: Bytes;
  status: number | null;
  answer: Json | null;
  received_at: Instant;
}

/** Only ever added to. A commitment says nothing once its salt and its content are gone. */
export interface LogEntryTable {
  process_id: string;
  id: string;
  commitment: Bytes;
  entered_at: Instant;
}

export interface SessionTable {
  /** Hash of what the cookie holds. */
  id: Bytes;
  /** Who it is, for everything that concerns all their sessions. */
  person: Bytes;
  /** What the server knows of the person, locked. */
  sealed: Bytes;
  started_at: Instant;
  seen_at: Instant;
  rotated_at: Instant;
  expires_at: Instant;
}

/** A sign-in under way, between leaving for the provider and coming back. */
export interface SignInTable {
  /** Hash of `state`. */
  state: Bytes;
  sealed: Bytes;
  expires_at: Instant;
}

export interface NicknameTable {
  person: Bytes;
  nickname: string;
}

/** Whose a nickname is, by what is left of it without capitals, accents and signs. */
export interface NicknameTakenTable {
  folded: string;
  person: Bytes;
}

/** What somebody began on another site, locked with a key that the server never sees. */
export interface DraftTable {
  id: Bytes;
  /** The site it came from. */
  origin: string;
  sealed: Bytes;
  expires_at: Instant;
}

/** An address that somebody gave for letters about one process. It stands apart from what they contributed. */
export interface SubscriptionTable {
  /** The person, for letters about this process alone. */
  person: Bytes;
  process_id: string;
  /** The address, and what stands in the links of letters, locked. */
  sealed_address: Bytes;
  locale: string;
  /** Kinds of letters, with blanks between them. */
  kinds: string;
  /** Hash of what stands in the links of letters. */
  token: Bytes;
  confirmed_at: Instant | null;
  created_at: Instant;
  /** The end of a phase of which this person was reminded last. */
  reminded_of: string | null;
}

/** What has to leave the server: letters, and entries for the protocol register. */
export interface OutgoingTable {
  id: string;
  channel: string;
  /** Whose letter it is, as `subscription` names them; nobody's where it is an entry for the register. */
  person: Bytes | null;
  sealed: Bytes;
  due_at: Instant;
  attempts: Generated<number>;
  claimed_until: Instant | null;
}

export interface RateTable {
  bucket: Bytes;
  /** Start of the window, in milliseconds of the epoch. */
  window_start: number;
  hits: number;
}

/** Work that one process does for all of them. */
export interface JobTable {
  name: string;
  due_at: Instant;
  claimed_until: Instant | null;
}

/** An identity that an office must see, locked with the key of that office. */
export interface SealedIdentityTable {
  participant: Bytes;
  process_id: string;
  /** Fingerprint of the office's key. */
  office: string;
  reference: string;
  sealed: Bytes;
  created_at: Instant;
}

/** How long each process is kept, as the city said last: it holds also when the process was taken out of what is published. */
export interface KeptProcessTable {
  process_id: string;
  /** The last day on which contributions are kept; nothing while the end of the process is not known. */
  erase_after: string | null;
}

export interface MarkTable {
  name: string;
  value: Bytes;
}

export interface Schema {
  content: ContentTable;
  passage: PassageTable;
  content_revision: ContentRevisionTable;
  acceptance: AcceptanceTable;
  submission: SubmissionTable;
  log_entry: LogEntryTable;
  session: SessionTable;
  sign_in: SignInTable;
  nickname: NicknameTable;
  nickname_taken: NicknameTakenTable;
  draft: DraftTable;
  subscription: SubscriptionTable;
  outgoing: OutgoingTable;
  rate: RateTable;
  job: JobTable;
  sealed_identity: SealedIdentityTable;
  kept_process: KeptProcessTable;
  mark: MarkTable;
}
