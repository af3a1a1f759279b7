import * as v from 'valibot';
import { Problem } from '../problems/problem.js';
import { idSchema } from './parameters.js';

/** A cursor says after which item to go on. It is for machines, so it is written in a way that nobody takes for an address. */
export const toCursor = (id: string): string => Buffer.from(id).toString('base64url');

/** @throws Problem `invalid-request` for a cursor that this server did not make. */
export function fromCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!v.is(idSchema, id))
    throw new Problem('invalid-request', { fields: [{ pointer: '/cursor', detail: 'not a cursor of this list' }] });
  return id;
}
