import type { FastifyInstance } from 'fastify';

/** The largest form, in bytes, where nobody says another. */
const largestForm = 16 * 1024;

/**
 * Lets the routes of a scope read forms of plain pages. A field that comes twice counts once, with its last value; repeated names that
 * mean a list end with `[]`.
 *
 * @param bodyLimit - In bytes.
 */
export function readForms(scope: FastifyInstance, bodyLimit = largestForm): void {
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit }, (_request, body, done) => {
    const fields = new URLSearchParams(body.toString());
    const names = [...new Set(fields.keys())];
    const entries = names.map(name => [name, name.endsWith('[]') ? fields.getAll(name) : fields.getAll(name).at(-1)] as const);
    done(null, Object.fromEntries(entries));
  });
}
