/** What one check found. `skipped`: there is nothing to check, or no way to. */
export interface Finding {
  readonly what: string;
  readonly state: 'good' | 'bad' | 'skipped';
  /** For `bad` also what to do. */
  readonly says: string;
}

export const good = (what: string, says: string): Finding => ({ what, state: 'good', says });
export const bad = (what: string, says: string): Finding => ({ what, state: 'bad', says });
export const skipped = (what: string, says: string): Finding => ({ what, state: 'skipped', says });

export const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  // A failed connection says what failed in its cause, or in the first of several.
  const inner = error instanceof AggregateError ? (error.errors[0] as unknown) : error.cause;
  return inner === undefined ? error.message : `${error.message || error.name} (${messageOf(inner)})`;
};
