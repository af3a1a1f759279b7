import type * as v from 'valibot';

/** A schema of the model, seen from outside: enough to walk through it. */
type Seen =
  | { type: 'object'; entries: Record<string, v.GenericSchema> }
  | { type: 'array'; item: v.GenericSchema }
  | { type: 'optional' | 'exact_optional'; wrapped: v.GenericSchema }
  | { type: 'union'; options: v.GenericSchema[] }
  | { type: 'string' | 'number' | 'boolean' };

const see = (schema: v.GenericSchema): Seen => schema as unknown as Seen;

/** What the value of a schema is made of. */
export type Shape =
  | { kind: 'object'; entries: readonly (readonly [key: string, schema: v.GenericSchema, optional: boolean])[] }
  | { kind: 'list'; item: v.GenericSchema }
  /** A token, or an object with the token and its label. */
  | { kind: 'token'; object: v.GenericSchema }
  | { kind: 'value' };

/** Looks through a schema of the model, so that files are read and written by the very rules that the server and the widgets hold. */
export function shapeOf(schema: v.GenericSchema): Shape {
  const seen = see(schema);
  switch (seen.type) {
    case 'object': {
      const entries = Object.entries(seen.entries).map(([key, entry]) => [key, required(entry), isOptional(entry)] as const);
      return { kind: 'object', entries };
    }
    case 'array':
      return { kind: 'list', item: seen.item };
    case 'union': {
      const object = seen.options.find(option => see(option).type === 'object');
      return object ? { kind: 'token', object } : { kind: 'value' };
    }
    default:
      return { kind: 'value' };
  }
}

/** Whether the value is text, so that in a file it may look like a number. */
export const isString = (schema: v.GenericSchema): boolean => {
  const seen = see(schema);
  return (
    seen.type === 'string' ||
    (seen.type === 'union' && seen.options.every(option => see(option).type === 'string' || see(option).type === 'object'))
  );
};

function isOptional(schema: v.GenericSchema): boolean {
  const { type } = see(schema);
  return type === 'optional' || type === 'exact_optional';
}

function required(schema: v.GenericSchema): v.GenericSchema {
  const seen = see(schema);
  return seen.type === 'optional' || seen.type === 'exact_optional' ? seen.wrapped : schema;
}
