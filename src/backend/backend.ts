import type { Attachment } from '../model/attachment.js';
import type { Ballot } from '../model/ballot.js';
import type { BallotResults, PublishedVotes } from '../model/ballot-results.js';
import type { Comment, CommentDraft } from '../model/comment.js';
import type { Passage, PlanDocument } from '../model/document.js';
import type { HandedDraft } from '../model/handed-draft.js';
import type { LogDescription } from '../model/log/log-description.js';
import type { ReportDraft } from '../model/moderation.js';
import type {
  Observation,
  ObservationFilter,
  ObservationLine,
  ObservationPage,
  ObservationSort,
  ObservationSubject,
  ObservationSummary,
  OwnObservations,
} from '../model/observation.js';
import type { ObservationDraft, ObservationReceipt } from '../model/observation-draft.js';
import type { ObservationTerms } from '../model/observation-terms.js';
import type { Acceptance, AcceptanceDraft, Pact } from '../model/pact.js';
import type { OwnVote } from '../model/own-vote.js';
import type { Page } from '../model/page.js';
import type { Process } from '../model/process.js';
import type { Receipt } from '../model/receipt.js';
import type { Session } from '../model/session.js';
import type { CountedVotes, VoteCredential, VoteDraft, VoteReceipt } from '../model/vote-receipt.js';

export interface ReadOptions {
  /** Gives the call up; the promise then rejects with an `AbortError`. */
  signal?: AbortSignal | undefined;
  /** The language that the reader would like, as a BCP 47 tag. The answer says which one each text is in. */
  locale?: string | undefined;
}

export interface WriteOptions extends ReadOptions {
  /** The same key sent again is the same submission: nothing is done twice, and the first receipt comes back. */
  idempotencyKey: string;
}

export interface ListOptions extends ReadOptions {
  /** `next` of the page before. */
  cursor?: string | undefined;
  /** At most this many items; the backend may give fewer. */
  limit?: number | undefined;
}

/** One widget and what it shows. */
export interface WidgetPlace {
  /** Name of the widget, without `portico-`. */
  readonly widget: string;
  /** Id of what it shows. */
  readonly subject: string;
}

/** The city's own pages of widgets. */
export interface CityPages {
  /** Address of the city's page with this widget. It works by itself, without a draft. */
  pageUrl(place: WidgetPlace, query: Readonly<Record<string, string | number | undefined>>): string;
}

/** The way from a page where nobody can be known to the city's own page. */
export interface HandOver extends CityPages {
  /**
   * Locks a draft in the page and leaves it where only the city's page can fetch it, once and soon.
   *
   * @returns What stands behind `#` in the address of the city's page, and opens the draft there.
   */
  leave(draft: HandedDraft, options: WriteOptions): Promise<string>;
}

/** What somebody began on another site, now on the city's page. */
export interface TakenOver {
  /** As it came: a widget checks each part before it uses it, and sends nothing that the person did not see. */
  readonly draft: unknown;
  /** The page where it began; only when the draft really came from that site. */
  readonly back: string | undefined;
  /** Forgets the draft, since it was used. Until then it outlives the way through the sign-in. */
  done(): void;
}

/** Who is looking, and what they may do. */
export interface SessionService {
  readonly can: { readonly signIn: boolean };
  /** @param process - What this person may do is asked for this process. */
  current(process: string, options?: ReadOptions): Promise<Session>;
  /** Where the municipality lets people sign in; afterwards they come back to `returnTo`. */
  signInUrl(returnTo: string, options?: Pick<ReadOptions, 'locale'>): string | undefined;
  /** Only where this backend cannot know anybody on this page: to take part, people go on to the city's own page. */
  readonly handOver?: HandOver | undefined;
  /** What somebody began on another site for this widget; only on the city's own pages. Rejects when it cannot be fetched any more. */
  takeOver?(place: WidgetPlace): Promise<TakenOver | undefined>;
  /** Calls back when somebody signed in or out, or was verified. Returns a function that ends it. */
  watch(onChange: () => void): () => void;
}

export interface ProcessService {
  readonly can: { readonly list: boolean };
  get(id: string, options?: ReadOptions): Promise<Process>;
  list(options?: ListOptions): Promise<Page<Process>>;
}

export interface PactService {
  readonly can: {
    /** Older versions can be read, and so compared. */
    readonly versions: boolean;
    readonly accept: boolean;
  };
  /** @param options.version - Left out: the one in force, or the newest when none is. */
  get(id: string, options?: ReadOptions & { version?: number | undefined }): Promise<Pact>;
  /** What the person who is signed in accepted last; nothing when they never did, or nobody is signed in. */
  acceptance(id: string, options?: ReadOptions): Promise<Acceptance | undefined>;
  /** @throws BackendError `conflict` when another version has come into force meanwhile. */
  accept(draft: AcceptanceDraft, options: WriteOptions): Promise<Receipt>;
}

export interface PassageOptions extends ListOptions {
  /** Left out: the one that is open, or the newest when none is. Name it with each page, so that all pages are of one version. */
  version?: number | undefined;
  /** Id of the passage to begin with. With a cursor it says nothing: the pages go on where they were. */
  from?: string | undefined;
}

/** Plans that people read passage by passage. They can have thousands of passages. */
export interface DocumentService {
  readonly can: {
    /** Older versions can be read, and so compared. */
    readonly versions: boolean;
  };
  /** @param options.version - Left out: the one that is open, or the newest when none is. */
  get(id: string, options?: ReadOptions & { version?: number | undefined }): Promise<PlanDocument>;
  /**
   * Passages in reading order, page by page.
   *
   * @throws BackendError `not-found` also when this version has no passage `from`.
   */
  passages(id: string, options?: PassageOptions): Promise<Page<Passage>>;
}

export interface ObservationListOptions extends ListOptions {
  sort?: ObservationSort | undefined;
}

export interface AttachOptions extends WriteOptions {
  /** Called while the file is under way, with the share that has arrived, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** Where all observations of a process can be fetched at once. */
export interface OpenDataAddresses {
  readonly json?: string | undefined;
  readonly csv?: string | undefined;
  readonly feed?: string | undefined;
}

/** Formal contributions, what others say about them, and what the administration answers. */
export interface ObservationService {
  readonly can: {
    readonly submit: boolean;
    /** The author can edit and withdraw while observations are taken. */
    readonly edit: boolean;
    readonly comment: boolean;
    readonly like: boolean;
    readonly report: boolean;
    readonly attach: boolean;
    /** Words can be searched for. */
    readonly search: boolean;
    /** Receipts carry a proof, and the log can be asked for its keys. */
    readonly log: boolean;
  };
  /** What has to be known before somebody writes. */
  terms(process: string, options?: ReadOptions): Promise<ObservationTerms>;
  /** Without a `sort` the newest come first; with words to search for, the nearest. */
  list(filter: ObservationFilter, options?: ObservationListOptions): Promise<ObservationPage>;
  summary(filter: ObservationFilter, options?: ReadOptions): Promise<ObservationSummary>;
  /** Also the answer to 'what became of it': nobody has to sign in for it. Upper and lower case and blanks around it do not matter. */
  get(reference: string, options?: ReadOptions): Promise<Observation>;
  /** At most five that say something like this, the nearest first. The text is not kept. */
  similar(subject: ObservationSubject, text: string, options?: ReadOptions): Promise<ObservationLine[]>;
  /** What belongs to the person who is signed in; empty when nobody is. */
  own(process: string, options?: ReadOptions): Promise<OwnObservations>;
  /**
   * @throws BackendError `closed` when none are taken any more, `conflict` when the passage is gone or reads otherwise than the draft's
   *   `wording.before` or `quote`, `invalid` with the fields.
   */
  submit(draft: ObservationDraft, options: WriteOptions): Promise<ObservationReceipt>;
  /** Sends another text in place of one's own earlier one. Subject and kind stay. */
  edit(reference: string, draft: ObservationDraft, options: WriteOptions): Promise<ObservationReceipt>;
  withdraw(reference: string, options: WriteOptions): Promise<void>;
  /** Leaves a file, to be named in a draft within a day. @throws BackendError `too-large`, `invalid` for what is not taken. */
  attach(process: string, file: File, options: AttachOptions): Promise<Attachment>;
  /** Oldest first; an answer can come on a later page than its parent, never on an earlier one. */
  comments(reference: string, options?: ListOptions): Promise<Page<Comment>>;
  comment(draft: CommentDraft, options: WriteOptions): Promise<Comment>;
  /** Says what shall hold from now on, so that two clicks on a slow line do no harm. Gives the number of likes. */
  like(reference: string, liked: boolean, options: WriteOptions): Promise<{ likes: number }>;
  report(draft: ReportDraft, options: WriteOptions): Promise<void>;
  /** What the log of a process says of itself: to check receipts against. */
  log(process: string, options?: ReadOptions): Promise<LogDescription>;
  /** Left out by a backend that publishes no open data. */
  openData?(process: string, options?: Pick<ReadOptions, 'locale'>): OpenDataAddresses | undefined;
}

/** Ballots: what is put to the vote, voting, and what came of it. */
export interface BallotService {
  readonly can: {
    /** Only on the city's own pages. */
    readonly vote: boolean;
    readonly results: boolean;
    /** Receipts can be checked against the log of the ballot. */
    readonly log: boolean;
  };
  get(id: string, options?: ReadOptions): Promise<Ballot>;
  /** Nothing when nobody is signed in. */
  own(id: string, options?: ReadOptions): Promise<OwnVote | undefined>;
  /**
   * Asks for what a vote is cast with, for the person who is signed in. Asked for again, it is the same one where the ballot lets votes be
   * changed by signing in again.
   *
   * @throws BackendError `unauthenticated`, `not-entitled`, `closed`.
   */
  credential(id: string, options: WriteOptions): Promise<VoteCredential>;
  /**
   * Casts a vote, or another one in its place. The request says nothing of who is signed in.
   *
   * @throws BackendError `closed` by the server's clock, `conflict` when the ballot has another version or cannot be changed, `invalid`
   *   with the fields, `not-entitled` for a credential that nobody gave out.
   */
  cast(draft: VoteDraft, options: WriteOptions): Promise<VoteReceipt>;
  /**
   * @param options.own - Asks as whoever is signed in: a ballot can show its results to those who have voted.
   * @throws BackendError `not-found` while there are none to be seen.
   */
  results(id: string, options?: ReadOptions & { own?: boolean | undefined }): Promise<BallotResults>;
  /** Whole votes, where the ballot publishes them. @throws BackendError `not-found` where it does not, or not yet. */
  votes(id: string, options?: ReadOptions): Promise<PublishedVotes>;
  /** Which leaves of the log count. @throws BackendError `not-found` until the ballot is closed. */
  counted(id: string, options?: ReadOptions): Promise<CountedVotes>;
  /** What the log of a ballot says of itself: to check receipts against. */
  log(id: string, options?: ReadOptions): Promise<LogDescription>;
  /** What shows that the log of a ballot only grew between two sizes: hashes in base64 (RFC 9162, section 2.1.4.1). */
  consistency(id: string, sizes: { readonly from: number; readonly to: number }, options?: ReadOptions): Promise<string[]>;
}

/**
 * What a city runs, as widgets see it: a bag of services, each of them optional. A service says what it `can` do, operation by operation.
 * Every method rejects with a `BackendError` and with nothing else, apart from the `AbortError` of a call that was given up.
 */
export interface Backend {
  /** The language of the city, for readers of whom nothing else is known. */
  readonly locale?: string | undefined;
  /** Left out where it is not known that the city has a page for each widget. */
  readonly pages?: CityPages | undefined;
  readonly session?: SessionService | undefined;
  readonly processes?: ProcessService | undefined;
  readonly pacts?: PactService | undefined;
  readonly documents?: DocumentService | undefined;
  readonly observations?: ObservationService | undefined;
  readonly ballots?: BallotService | undefined;
}
