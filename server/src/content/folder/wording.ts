import type * as v from 'valibot';
import { hrefSchema } from '../../../../src/model/link.js';
import { dateSchema, plainDateSchema, timeZoneSchema } from '../../../../src/model/time.js';
import { idSchema } from '../schema.js';

/** What must stand where one of these values stands. */
const expected = new Map<unknown, string>([
  [idSchema, 'must be an id: small letters, digits and hyphens'],
  [hrefSchema, 'must be an address that a link may have, such as https://www.comune.example'],
  [timeZoneSchema, 'must be a time zone such as Europe/Rome'],
  [plainDateSchema, 'must be a day such as 2026-05-31'],
  [dateSchema, 'must be a day such as 2026-05-31, or a moment such as 2026-05-31T23:59:00+02:00'],
]);

/** What is wrong with a single value, for the person who wrote it. */
export function wording(schema: unknown, issue: v.BaseIssue<unknown>): string {
  const known = expected.get(schema);
  if (known !== undefined) return known;
  switch (issue.type) {
    case 'string':
      return 'must be text';
    case 'number':
      return 'must be a number';
    case 'integer':
      return 'must be a whole number';
    case 'boolean':
      return 'must be true or false';
    case 'min_value':
      return `must be at least ${String(issue.requirement)}`;
    case 'max_value':
      return `must be at most ${String(issue.requirement)}`;
    case 'min_length':
      return 'must not be empty';
    case 'max_length':
      return `must not be longer than ${String(issue.requirement)}`;
    default:
      return `is not what belongs here (${issue.message})`;
  }
}
