import type { BackendErrorReason } from '../../../src/model/error-reason.js';
import type { KeyOf } from '../words/words.js';
import type it from './problem-words.it.json';

/** The name of a problem: the end of its `type` address, which stays the same for ever. */
export type ProblemName = KeyOf<typeof it> extends infer Key ? (Key extends `${infer Name}.title` ? Name : never) : never;

/** What each problem is to a machine: the status of HTTP, and the reason by which widgets choose their words. */
export const problems: Readonly<Record<ProblemName, readonly [status: number, reason: BackendErrorReason]>> = {
  'invalid-request': [400, 'invalid'],
  'invalid-fields': [422, 'invalid'],
  'not-json': [415, 'invalid'],
  'idempotency-key-missing': [400, 'invalid'],
  'idempotency-key-reused': [409, 'conflict'],
  'sign-in-first': [401, 'unauthenticated'],
  'sign-in-failed': [400, 'unauthenticated'],
  'not-entitled': [403, 'not-entitled'],
  'foreign-origin': [403, 'not-entitled'],
  'not-found': [404, 'not-found'],
  'method-not-allowed': [405, 'invalid'],
  'too-slow': [408, 'timeout'],
  'not-in-force': [409, 'conflict'],
  'text-changed': [409, 'conflict'],
  'already-voted': [409, 'conflict'],
  'too-large': [413, 'too-large'],
  'not-asked': [423, 'closed'],
  'too-many-requests': [429, 'rate-limited'],
  'headers-too-large': [431, 'too-large'],
  failed: [500, 'unavailable'],
  unavailable: [503, 'unavailable'],
};

export interface ProblemDetails {
  /** Refused fields, each by a JSON pointer (RFC 6901). */
  fields?: readonly { pointer: string; detail: string }[];
  /** For a person with something to wait for: how many seconds. */
  retryAfter?: number;
  cause?: unknown;
}

/** The one error that a route throws. It becomes a problem document (RFC 9457) in the reader's language. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly fields: NonNullable<ProblemDetails['fields']>;
  readonly retryAfter: number | undefined;

  constructor(
    readonly problem: ProblemName,
    details: ProblemDetails = {},
  ) {
    super(problem, { cause: details.cause });
    this.fields = details.fields ?? [];
    this.retryAfter = details.retryAfter;
  }

  get status(): number {
    return problems[this.problem][0];
  }
}
