import type { Backend } from '../backend.js';

/** What the suite has to know about a backend before it can ask it anything. */
export interface ContractSubject<Tested extends Backend = Backend> {
  /** A backend of which nothing has been asked yet. Each check asks for one of its own. */
  backend: () => Tested | Promise<Tested>;
  /** Id of a process that is there. */
  process: string;
  /** Id of a pact that is there. One with two versions, asking to be accepted, lets every check run. */
  pact: string;
  /** Id of a document that is there. One with two versions and more than six passages lets every check run. Left out: none is tried. */
  document?: string;
  /**
   * Id of a process that takes observations now. When `document` is one of its documents, its passages are tried too. Left out: none is
   * tried.
   */
  observations?: string;
  /** Id of a ballot that is open, in which votes can be changed. Left out: none is tried. */
  ballot?: string;
  /** Id of a process, a pact, a document and a ballot that are not there. Default: `there-is-no-such-thing`. */
  unknown?: string;
  /** Signs somebody in who may take part in the process of the pact. */
  signIn?: (backend: Tested) => void | Promise<void>;
  /** Signs out whoever is signed in. */
  signOut?: (backend: Tested) => void | Promise<void>;
  /** How long one check may take, in milliseconds; default 10 000. */
  timeout?: number;
}

/** A rule that this backend cannot be asked about; the message says why. The check then counts as skipped. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}

/** The parts of a backend that have rules. */
export type ContractService = 'session' | 'processes' | 'pacts' | 'documents' | 'observations' | 'ballots';

/** A service that is there, the backend around it, and the two sides of signing in. */
export interface RuleContext<Service extends ContractService> {
  service: NonNullable<Backend[Service]>;
  backend: Backend;
  process: string;
  pact: string;
  /** @throws NotApplicable when the subject names no document. */
  document: () => string;
  /** @throws NotApplicable when the subject names no process that takes observations. */
  observations: () => string;
  /** @throws NotApplicable when the subject names no ballot. */
  ballot: () => string;
  unknown: string;
  signIn: () => Promise<void>;
  /** Makes sure that nobody is signed in. */
  signOut: () => Promise<void>;
}

/** A rule: a sentence that is true of every backend, and how to find out. `check` rejects with what came instead. */
export interface Rule<Service extends ContractService> {
  rule: string;
  check: (context: RuleContext<Service>) => Promise<void>;
}
