import * as v from 'valibot';

/** A calendar day without a time, `2026-05-31`. It is the same day for everybody. */
export const plainDateSchema = v.pipe(v.string(), v.isoDate());

/** A moment on the clock with its offset, `2026-05-31T23:59:00+02:00`. */
export const instantSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i),
  v.check(value => !Number.isNaN(Date.parse(value))),
);

/** The date of a phase or an act: a day, or a moment when the hour matters. */
export const dateSchema = v.union([plainDateSchema, instantSchema]);

/** An IANA time zone that this machine knows, `Europe/Rome`. */
export const timeZoneSchema = v.pipe(v.string(), v.check(isTimeZone));

/** Whether the value is a day without a time. */
export function isPlainDate(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value);
}

/**
 * The calendar day on which a moment falls in a time zone, as `YYYY-MM-DD`. A day without a time is returned as it is.
 *
 * @param value - A day or an instant.
 * @param timeZone - IANA name.
 */
export function dayIn(value: string | Date, timeZone: string): string {
  if (typeof value === 'string' && isPlainDate(value)) return value;
  return dayFormat(timeZone).format(new Date(value));
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than formatting a hundred days, and lists have thousands. The Swedish locale writes dates as ISO 8601 does. */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const made = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  dayFormats.set(timeZone, made);
  return made;
}

/**
 * Whole calendar days from one moment to another, counted in a time zone: 0 on the same day, negative when `to` is past.
 *
 * @param from - Usually the server's clock.
 * @param to - A day or an instant.
 * @param timeZone - IANA name.
 */
export function daysBetween(from: string | Date, to: string | Date, timeZone: string): number {
  const day = (value: string | Date): number => Date.parse(`${dayIn(value, timeZone)}T00:00:00Z`);
  return Math.round((day(to) - day(from)) / 86_400_000);
}

/** The day after, as `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
