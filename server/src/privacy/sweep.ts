import type { City } from '../city.js';
import { unconfirmedFor } from '../notices/subscription-terms.js';
import { forgetSubmissions } from '../participation/submission.js';

/** Counts of requests are of no use once their minute, or for letters to confirm their hour, is over. In milliseconds. */
const countsKept = 60 * 60 * 1000;

/** How many rows went, by table. */
export type Swept = Readonly<Record<'session' | 'sign_in' | 'draft' | 'submission' | 'subscription' | 'rate', number>>;

/** Takes away what has ended by itself: sessions, sign-ins under way, drafts, keys of writes, unconfirmed addresses, counts. */
export async function sweep({ database: { db }, now }: Pick<City, 'database' | 'now'>): Promise<Swept> {
  const time = now();
  const ended = async (table: 'session' | 'sign_in' | 'draft'): Promise<number> =>
    Number((await db.deleteFrom(table).where('expires_at', '<=', time).executeTakeFirst()).numDeletedRows);
  const { numDeletedRows: unconfirmed } = await db
    .deleteFrom('subscription')
    .where('confirmed_at', 'is', null)
    .where('created_at', '<=', new Date(time.getTime() - unconfirmedFor))
    .executeTakeFirst();
  const { numDeletedRows: counts } = await db
    .deleteFrom('rate')
    .where('window_start', '<', time.getTime() - countsKept)
    .executeTakeFirst();
  return {
    session: await ended('session'),
    sign_in: await ended('sign_in'),
    draft: await ended('draft'),
    submission: await forgetSubmissions(db, time),
    subscription: Number(unconfirmed),
    rate: Number(counts),
  };
}
