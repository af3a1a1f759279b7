import { dayIn } from '../model/time.js';

/**
 * What `Intl` is asked for. Latin digits for everyone: most Arabic readers in Europe use them, and they are the same on paper, in acts
 * and in forms. English without a region is written as in Europe, with the day before the month.
 */
function intlLocale(tag: string): string {
  try {
    const { language, region } = new Intl.Locale(tag.replaceAll('_', '-'));
    return `${language}${region ? `-${region}` : language === 'en' ? '-GB' : ''}-u-nu-latn`;
  } catch {
    return 'it';
  }
}

const made = new Map<string, unknown>();

/** Making an Intl object is slow; each is made once. */
function once<Made>(key: string, make: () => Made): Made {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as Made;
}

/** Formats for one reader: dates, numbers, money, sizes and lists, all by `Intl`. */
export class Formats {
  private readonly _locale: string;

  /** @param locale - A BCP 47 tag, as a page wrote it; one that `Intl` does not understand reads as Italian. */
  constructor(locale: string) {
    this._locale = intlLocale(locale);
  }

  number(value: number, options: Intl.NumberFormatOptions = {}): string {
    return once(`n${this._locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(this._locale, options)).format(value);
  }

  /**
   * @param cents - Integer hundredths.
   * @param currency - ISO 4217 code.
   */
  money(cents: number, currency: string): string {
    return this.number(cents / 100, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
  }

  /** A size of a file. @param value - Bytes. */
  bytes(value: number): string {
    const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
    const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
    const unit = units[step] ?? 'byte';
    const options = { style: 'unit', unit, unitDisplay: step === 0 ? 'long' : 'short' } as const;
    return this.number(value / 1000 ** step, { ...options, maximumFractionDigits: step < 2 ? 0 : 1 });
  }

  /**
   * A day, written out: `18 dicembre 2026`.
   *
   * @param date - A day or an instant.
   * @param timeZone - IANA zone in which an instant becomes a day.
   */
  date(date: string, timeZone: string): string {
    return this._dates({ dateStyle: 'long', timeZone: 'UTC' }).format(noon(date, timeZone));
  }

  /** Two days as one stretch: `1–18 dicembre 2026`. */
  dateRange(start: string, end: string, timeZone: string): string {
    const format = this._dates({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    const [from, to] = [noon(start, timeZone), noon(end, timeZone)];
    if (from >= to) return format.format(to);
    // Italian ranges pad a day ('02 novembre – …') that is not padded when it stands alone.
    const parts = format.formatRangeToParts(from, to);
    return parts.map(({ type, value }) => (type === 'day' ? value.replace(/^0/, '') : value)).join('');
  }

  /** An instant with its hour: `18 dicembre 2026 alle ore 12:30`. */
  instant(instant: string | Date, timeZone: string): string {
    return this._dates({ dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(instant));
  }

  /** The hour of an instant on the reader's own clock. */
  time(instant: Date): string {
    return this._dates({ timeStyle: 'short' }).format(instant);
  }

  /** The name of a time zone as people say it: `Ora dell’Europa centrale`. */
  timeZone(timeZone: string): string {
    const parts = this._dates({ timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
    return parts.find(part => part.type === 'timeZoneName')?.value ?? timeZone;
  }

  list(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
    return once(`l${this._locale}${type}`, () => new Intl.ListFormat(this._locale, { type })).format(items);
  }

  /** The name of a language in the reader's own. */
  language(tag: string): string {
    return once(`y${this._locale}`, () => new Intl.DisplayNames(this._locale, { type: 'language' })).of(tag) ?? tag;
  }

  private _dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return once(`d${this._locale}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(this._locale, options));
  }
}

/** A day has no hour; its noon in UTC is the same day wherever it is formatted in UTC. */
function noon(date: string, timeZone: string): Date {
  return new Date(`${dayIn(date, timeZone)}T12:00:00Z`);
}
