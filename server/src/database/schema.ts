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

/** A formal contribution. Its text stays here; the log has only a commitment to it. */
export interface ObservationTable {
  process_id: string;
  /** `PAC-2026-000486`. No two processes have the same prefix. */
  reference: string;
  year: number;
  /** Its number within process and year, without gaps. */
  number: number;
  /** Who wrote it, for this process alone; nobody where it came without a sign-in, and once its author erased everything. */
  participant: Bytes | null;
  document_id: string | null;
  passage_id: string | null;
  kind: string;
  theme: string | null;
  state: string;
  /** Of the response in force. */
  outcome: string | null;
  source: string;
  /** The nickname under which everybody sees it. */
  author: string | null;
  lang: string;
  /** Title, text, wording, quote, version, place, attachments, as the model's draft has them. */
  body: Json;
  /** Words to be searched for, in the process's language. */
  search: ColumnType<string, unknown, unknown>;
  received_at: Instant;
  /** Reason, moment and note, where it was hidden. */
  hidden: Json | null;
  /** Where it went into the text that was adopted. */
  adopted_in: Json | null;
  likes: Generated<number>;
  comments: Generated<number>;
  /** With it and the content the leaf can be shown to be this observation; without it nobody can. */
  salt: Bytes | null;
  /** What the log committed to. */
  content: Json | null;
  /** Its place in the log, counted from 0: that of its newest text. */
  leaf: number;
  /** Who gets the letter about the answer, locked (`responses/answer-recipient.ts`). */
  recipient: Bytes | null;
  protocol_number: string | null;
}

/** One thing that happened to an observation. Only ever added to. */
export interface ObservationEventTable {
  process_id: string;
  reference: string;
  id: string;
  event: string;
  at: Instant;
  /** A text of the model. */
  note: Json | null;
}

/** Official answers. Only ever added to: the last one is in force. */
export interface ResponseTable {
  process_id: string;
  reference: string;
  position: number;
  outcome: Json;
  text: Json;
  act: Json | null;
  at: Instant;
}

export interface ObservationLikeTable {
  process_id: string;
  reference: string;
  participant: Bytes;
}

export interface CommentTable {
  process_id: string;
  reference: string;
  id: string;
  parent: string | null;
  participant: Bytes | null;
  author: string | null;
  lang: string;
  text: string;
  alignment: string;
  at: Instant;
  hidden: Json | null;
}

/** Somebody says that a contribution should not stand there. */
export interface ReportTable {
  process_id: string;
  id: string;
  reference: string;
  /** The comment that is meant; nothing: the observation. */
  comment_id: string | null;
  /** A pseudonym, or the hash of an address. */
  reporter: Bytes;
  reason: string;
  note: string | null;
  at: Instant;
  decided_at: Instant | null;
  decision: string | null;
}

/** What officials did to contributions. Only ever added to. */
export interface ModerationTable {
  process_id: string;
  id: string;
  reference: string;
  comment_id: string | null;
  /** Who did it, by the name that the office's sign-in gave. */
  official: string;
  action: string;
  reason: string | null;
  note: string | null;
  at: Instant;
}

/** A file that somebody left; its bytes are in the store, under its id. */
export interface AttachmentTable {
  process_id: string;
  id: string;
  sender: Bytes;
  /** The observation that it belongs to; nothing until that was sent. */
  reference: string | null;
  name: string;
  type: string;
  size: number;
  at: Instant;
}

/** Who writes a number locks its row, so that numbers have no gaps. */
export interface ReferenceCounterTable {
  process_id: string;
  year: number;
  last: number;
}

/** What a ballot keeps secret until its closing, or for ever. */
export interface BallotSecretTable {
  ballot_id: string;
  /** Its process: with that its time is over. */
  process_id: string;
  /** Joins the roll and the box, so that a vote can be changed; locked with the city's secret. Destroyed at the closing. */
  link_key: Bytes | null;
  /** With it lots are drawn; public after the closing. */
  seed: string;
  closed_at: Instant | null;
}

/** Who asked for what a vote is cast with. Nothing in it says when, and nothing what was voted. */
export interface VoterRollTable {
  ballot_id: string;
  /** A person, for this ballot alone. */
  voter: Bytes;
  /** Whether they voted; said at the closing, for all at once. */
  voted: boolean | null;
}

/** The votes. Nothing in it says whose they are. */
export interface VoteBoxTable {
  ballot_id: string;
  /** Hash of what stands for the voter. */
  token: Bytes;
  version: number;
  /** The answers. */
  answers: Json;
  /** Opens the commitment. It never leaves the server. */
  salt: Bytes;
  commitment: Bytes;
  /** Its place in the log, counted from 0. */
  leaf: number;
  /** The hour in which it was received. */
  hour: Instant;
  /** `Idempotency-Key` of the request that brought it, and the hash of that request. */
  key: string;
  fingerprint: Bytes;
}

/** What was counted, once and for all. */
export interface BallotResultTable {
  ballot_id: string;
  results: Json;
  /** Places of the leaves that count. */
  counted: Json;
  at: Instant;
}

/** Who appends to a log locks its row, so that the log has one order. */
export interface LogSizeTable {
  process_id: string;
  size: number;
}

/** A complete subtree of a process's log. Those of level 0 are the leaves: hashes of commitments. */
export interface LogNodeTable {
  process_id: string;
  level: number;
  position: number;
  hash: Bytes;
}

/** What a log said of itself, signed, at each size that a receipt was given for. */
export interface LogHeadTable {
  process_id: string;
  size: number;
  /** All as it was signed, letter by letter. */
  root: string;
  at: string;
  signature: string;
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
  observation: ObservationTable;
  observation_event: ObservationEventTable;
  response: ResponseTable;
  observation_like: ObservationLikeTable;
  comment: CommentTable;
  report: ReportTable;
  moderation: ModerationTable;
  attachment: AttachmentTable;
  reference_counter: ReferenceCounterTable;
  ballot_secret: BallotSecretTable;
  voter_roll: VoterRollTable;
  vote_box: VoteBoxTable;
  ballot_result: BallotResultTable;
  log_size: LogSizeTable;
  log_node: LogNodeTable;
  log_head: LogHeadTable;
  kept_process: KeptProcessTable;
  mark: MarkTable;
}
