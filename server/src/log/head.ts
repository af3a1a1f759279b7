import type { Kysely } from 'kysely';
import { toBase64 } from '../../../src/model/log/base64.js';
import { emptyRoot } from '../../../src/model/log/hash.js';
import { signTreeHead, type SignedTreeHead } from '../../../src/model/log/tree-head.js';
import type { City } from '../city.js';
import type { Schema } from '../database/schema.js';
import { originOf } from './origin.js';
import { signingKey } from './signing-key.js';

/** The newest head of a log; of one without entries, a head that says so. */
export async function headOf(
  { settings, keys, now }: Pick<City, 'settings' | 'keys' | 'now'>,
  db: Kysely<Schema>,
  log: string,
): Promise<SignedTreeHead> {
  const origin = originOf(settings, log);
  const row = await db
    .selectFrom('log_head')
    .select(['size', 'root', 'at', 'signature'])
    .where('process_id', '=', log)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row) return { origin, ...row };
  const { privateKey } = await signingKey(keys);
  return signTreeHead({ origin, size: 0, root: toBase64(await emptyRoot()), at: now().toISOString() }, privateKey);
}
