import { dayAfter, dayIn } from './time.js';

/** What a calendar entry needs. Days are shown whole: a phase has no hours. */
export interface CalendarEntry {
  /** Stays the same for the same phase, so that adding it twice updates it. */
  uid: string;
  title: string;
  description?: string | undefined;
  url?: string | undefined;
  /** A day or an instant. */
  start: string;
  /** A day or an instant; the last day that belongs to it. Without it the entry is one day long. */
  end?: string | undefined;
  timeZone: string;
}

/**
 * One event as an iCalendar file (RFC 5545).
 *
 * @param stamp - The moment at which the file is made.
 */
export function icalendar(entry: CalendarEntry, stamp: Date): string {
  return icalendarOf([entry], stamp);
}

/** Several events as one iCalendar file, for a calendar that somebody subscribes to. */
export function icalendarOf(entries: readonly CalendarEntry[], stamp: Date): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Portico//Participation//EN'];
  for (const entry of entries) lines.push(...eventLines(entry, stamp));
  lines.push('END:VCALENDAR');
  return lines.map(fold).join('\r\n') + '\r\n';
}

function eventLines(entry: CalendarEntry, stamp: Date): string[] {
  const compact = (day: string): string => day.replaceAll('-', '');
  const first = dayIn(entry.start, entry.timeZone);
  const last = dayIn(entry.end ?? entry.start, entry.timeZone);
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(first)}`,
    // The end of a whole-day event is the day after its last one (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${compact(dayAfter(last))}`,
    `SUMMARY:${escapeText(entry.title)}`,
    ...(entry.description ? [`DESCRIPTION:${escapeText(entry.description)}`] : []),
    ...(entry.url ? [`URL:${entry.url.replace(/\s/g, '')}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Lines longer than 75 octets go on in the next one after a blank (RFC 5545, 3.1), never in the middle of a letter. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  const folded: string[] = [];
  let current = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > 75) {
      folded.push(current);
      current = ' ';
      octets = 1;
    }
    current += letter;
    octets += size;
  }
  return [...folded, current].join('\r\n');
}
