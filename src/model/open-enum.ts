import * as v from 'valibot';
import { textSchema, type Text } from './text.js';

/**
 * A state or kind. `value` is one of the values we know, or any other token that a platform uses; then `label` is what
 * people read. A token that we do not know is never an error: platforms add states without asking us.
 */
export interface OpenEnum<Known extends string> {
  readonly value: Known | (string & {});
  readonly label?: Text | undefined;
}

const tokenSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/** Accepts a bare token (`"in-force"`) or a token with its label (`{ "value": "sospeso", "label": … }`). */
export function openEnum<Known extends string>(): v.GenericSchema<string | OpenEnum<Known>, OpenEnum<Known>> {
  return v.union([
    v.pipe(
      tokenSchema,
      v.transform((value): OpenEnum<Known> => ({ value })),
    ),
    v.object({ value: tokenSchema, label: v.exactOptional(textSchema) }),
  ]);
}

/** What to show for a token that has neither a known value nor a label: the token itself, made readable. */
export function readableToken(value: string): string {
  return value.replace(/[-_]+/g, ' ').trim();
}
