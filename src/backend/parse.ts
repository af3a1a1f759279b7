import * as v from 'valibot';
import { BackendError } from './errors.js';

/**
 * Reads an answer by its schema, at the border and nowhere else.
 *
 * @param what - Where the answer came from, for the developer who reads the error.
 * @throws BackendError `malformed`, with the path of the first wrong fields.
 */
export function parseAnswer<Output>(schema: v.GenericSchema<unknown, Output>, answer: unknown, what: string): Output {
  const result = v.safeParse(schema, answer);
  if (result.success) return result.output;
  const fields = result.issues.slice(0, 5).map(issue => ({ path: deepestPath(issue), message: issue.message }));
  throw new BackendError('malformed', `${what}: ${fields.map(({ path, message }) => `${path}: ${message}`).join('; ')}`, {
    fields,
  });
}

/** In a union the issue that helps is the one that got furthest. */
function deepestPath(issue: v.BaseIssue<unknown>): string {
  const own = v.getDotPath(issue) ?? '';
  const inner = (issue.issues ?? []).map(deepestPath).sort((a, b) => b.length - a.length)[0];
  return [own, inner].filter(Boolean).join('.') || '(root)';
}
