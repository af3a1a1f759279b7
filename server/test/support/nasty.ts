/** A generator that gives the same numbers in each run, so that a failure can be found again. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What has broken other programs. */
export const nasty = [
  '',
  ' ',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '\u0000',
  "'; drop table acceptance; --",
  '<script>alert(1)</script>',
  '{{constructor}}',
  '__proto__',
  'constructor',
  '\ud800',
  'x'.repeat(5000),
  '9'.repeat(400),
  '-1',
  '1e309',
  '\r\nset-cookie: a=b',
  '%0d%0aset-cookie:%20a=b',
  '٣',
  'à'.repeat(300),
];
