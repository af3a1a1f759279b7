import { daysBetween } from '../../../src/model/time.js';
import type { City } from '../city.js';
import type { ProcessContent } from '../content/schema.js';
import { speakProcess } from '../content/speak.js';
import type { LetterContent } from './letter-content.js';
import { putIntoOutbox } from './outbox.js';
import { remindedDaysBefore } from './subscription-terms.js';

/** Subscriptions that are marked in one transaction. */
const batch = 500;

/**
 * Writes the reminders of phases that end soon into the outbox, for whoever asked for them. Each end is reminded of once; where the city
 * moves it, once more.
 *
 * @returns How many were written.
 */
export async function writeReminders(city: City): Promise<number> {
  let written = 0;
  for (const id of await city.content.ids('process')) {
    const process = await city.content.process(id);
    if (process) written += await remindOf(city, process);
  }
  return written;
}

async function remindOf(city: City, process: ProcessContent): Promise<number> {
  const { settings, now } = city;
  const ending = (locale: string) => {
    const { phases, title, timeZone, url } = speakProcess(process, { locale, fallback: settings.locale });
    const soon = phases.flatMap(({ title: phase, active, end, id }) => {
      if (!active || end === undefined) return [];
      const days = daysBetween(now(), end, timeZone);
      return days >= 0 && days <= remindedDaysBefore ? [{ phase, end, mark: `${id} ${end}`, title, timeZone, url }] : [];
    });
    return soon.sort((one, other) => daysBetween(other.end, one.end, timeZone))[0];
  };
  const mark = ending(settings.locale)?.mark;
  if (mark === undefined) return 0;
  let written = 0;
  for (;;) {
    const some = await remindSome(city, process.id, mark, locale => ending(locale));
    written += some;
    if (some < batch) return written;
  }
}

interface Ending extends Omit<Extract<LetterContent, { kind: 'reminder' }>, 'kind' | 'process' | 'url'> {
  readonly url?: string | undefined;
}

/** Marks subscriptions and writes their letters in one transaction, passing over those that another process has in hand. */
function remindSome(
  { database, keys, now }: City,
  process: string,
  mark: string,
  ending: (locale: string) => Ending | undefined,
): Promise<number> {
  return database.db.transaction().execute(async transaction => {
    const rows = await transaction
      .updateTable('subscription')
      .set({ reminded_of: mark })
      .where('process_id', '=', process)
      .where('person', 'in', query =>
        query
          .selectFrom('subscription')
          .select('person')
          .where('process_id', '=', process)
          .where('confirmed_at', 'is not', null)
          .where('kinds', 'like', '% reminder %')
          .where(of => of.or([of('reminded_of', 'is', null), of('reminded_of', '<>', mark)]))
          .limit(batch)
          .forUpdate()
          .skipLocked(),
      )
      .returning(['person', 'locale'])
      .execute();
    const letters = rows.flatMap(({ person, locale }) => {
      const found = ending(locale);
      if (!found) return [];
      const { phase, end, title, timeZone, url } = found;
      const content: LetterContent = {
        kind: 'reminder',
        process,
        title,
        phase,
        end,
        timeZone,
        ...(url !== undefined && { url }),
      };
      return [{ channel: 'mail' as const, person, content }];
    });
    await putIntoOutbox(transaction, keys, letters, now());
    return rows.length;
  });
}
