import * as v from 'valibot';
import { plainDateSchema } from '../../../src/model/time.js';

/** Whether it is a day of the calendar, `2026-11-23`; 31 February is none. */
export const isDay = (value: string): boolean =>
  v.is(plainDateSchema, value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
