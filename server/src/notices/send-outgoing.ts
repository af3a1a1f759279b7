import type { City } from '../city.js';
import { letter } from './letter.js';
import type { LetterContent } from './letter-content.js';
import { Undeliverable, type Mailer } from './mail.js';
import { claim, putBack, release, settle, type Channel, type Claimed } from './outbox.js';
import { announce, type Announcement } from './protocol.js';
import { openRecipient } from './recipient.js';
import { unsubscribeUrl } from './letter.js';

/** After so many failures a letter is given up: about a day and a half. The register is never given up. */
const mostAttempts = 14;

/**
 * Sends what is due: letters, and entries for the register. Each leaves once, however many processes do this; where one dies between
 * sending and noting it, another sends that one again, with the same number.
 *
 * @returns How many left.
 */
export async function sendOutgoing(city: City, mailer: Mailer, stopping: () => boolean = () => false): Promise<number> {
  const { database, keys, settings, now } = city;
  const channels: Channel[] = settings.protocolUrl === undefined ? ['mail'] : ['mail', 'protocol'];
  let left = 0;
  while (!stopping()) {
    const claimed = await claim(database.db, keys, channels, now());
    if (claimed.length === 0) break;
    for (const each of claimed) {
      if (stopping()) await release(database.db, each);
      else if (await sendOne(city, mailer, each)) left += 1;
    }
  }
  return left;
}

async function sendOne(city: City, mailer: Mailer, claimed: Claimed): Promise<boolean> {
  const { database, log, now } = city;
  const { id, channel, attempts } = claimed;
  try {
    if (claimed.content === undefined) throw new Error('it could not be opened');
    if (channel === 'protocol') await announce(city, claimed.id, claimed.content as Announcement);
    else await sendLetter(city, mailer, claimed);
    await settle(database.db, claimed);
    return true;
  } catch (error) {
    const hopeless = channel === 'mail' && (error instanceof Undeliverable || attempts >= mostAttempts);
    const code = (error as { responseCode?: number; code?: string }).responseCode ?? (error as { code?: string }).code;
    if (hopeless) {
      log.error({ outgoing: id, channel, attempts, code }, 'a letter was given up');
      await settle(database.db, claimed);
    } else {
      log.warn(
        { outgoing: id, channel, attempts, code, reason: (error as Error).name },
        'something could not leave and is tried again',
      );
      await putBack(database.db, claimed, now());
    }
    return false;
  }
}

/** Sends a letter, unless the person does not want it any longer. */
async function sendLetter(
  { database, keys, settings, now }: City,
  mailer: Mailer,
  { id, person, content }: Claimed,
): Promise<void> {
  if (!person) return;
  const wanted = content as LetterContent;
  const row = await database.db
    .selectFrom('subscription')
    .select(['sealed_address', 'locale', 'confirmed_at'])
    .where('person', '=', person)
    .where('process_id', '=', wanted.process)
    .executeTakeFirst();
  // Where the address is confirmed there is nothing to ask; where it is not, nothing else is sent.
  if (!row || (row.confirmed_at === null) !== (wanted.kind === 'confirm')) return;
  const { address, token } = openRecipient(keys, row.sealed_address);
  const { url, cityName } = settings;
  const words = letter(wanted, { locale: row.locale, cityName, url, token });
  await mailer.send({ ...words, id, to: address, unsubscribe: unsubscribeUrl(url, token), date: now() });
}
