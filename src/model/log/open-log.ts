import type { LogDescription } from './log-description.js';
import { openLogKey } from './log-key.js';
import type { LogIdentity } from './tree-head.js';

/**
 * Who a log is, from what it says of itself, so that receipts can be checked against it.
 *
 * @throws When one of its keys is no public key for P-256.
 */
export const openLog = async ({ origin, keys }: Pick<LogDescription, 'origin' | 'keys'>): Promise<LogIdentity> => ({
  origin,
  keys: await Promise.all(keys.map(openLogKey)),
});
