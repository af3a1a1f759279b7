import * as v from 'valibot';
import { Problem } from '../problems/problem.js';
import { idSchema } from './parameters.js';

/** A cursor says where to go on. It is for machines, so it is written in a way that nobody takes for an address. */
export const toCursor = (id: string): string => Buffer.from(id).toString('base64url');

/**
 * @param schema - What the ids of this list look like.
 * @throws Problem `invalid-request` for a cursor that this server did not make.
 */
export function fromCursor(cursor: string | undefined, schema: v.GenericSchema<string> = idSchema): string | undefined {
  if (cursor === undefined) return undefined;
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!v.is(schema, id))
    throw new Problem('invalid-request', { fields: [{ pointer: '/cursor', detail: 'not a cursor of this list' }] });
  return id;
}
