/** Why a call to a backend failed. Widgets switch on it; the words for it come from the texts. Servers say it in their problem documents. */
export type BackendErrorReason =
  | 'offline'
  | 'timeout'
  | 'unauthenticated'
  | 'not-entitled'
  | 'not-found'
  | 'closed'
  | 'conflict'
  | 'invalid'
  | 'too-large'
  | 'rate-limited'
  | 'malformed'
  | 'unavailable';

export const backendErrorReasons: readonly BackendErrorReason[] = [
  'offline',
  'timeout',
  'unauthenticated',
  'not-entitled',
  'not-found',
  'closed',
  'conflict',
  'invalid',
  'too-large',
  'rate-limited',
  'malformed',
  'unavailable',
];
