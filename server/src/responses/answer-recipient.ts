import { recipientIn } from '../notices/recipient.js';
import type { Keys } from '../settings/keys.js';
import type { Visitor } from '../sign-in/visitor.js';

const purpose = 'recipient of an answer';

/**
 * Who gets the letter when an observation is answered, locked: the database alone does not say whose address belongs to which observation.
 * It is kept with every observation of somebody who signed in, since they may ask for letters later.
 */
export const sealAnswerRecipient = (keys: Keys, process: string, visitor: Pick<Visitor, 'identity'>): Buffer =>
  keys.seal(purpose, recipientIn(keys, process, visitor).toString('base64'));

/** What stands for that person in subscriptions; nothing when it was locked with another key. */
export function openAnswerRecipient(keys: Keys, sealed: Uint8Array): Buffer | undefined {
  const text = keys.open(purpose, sealed);
  return text === undefined ? undefined : Buffer.from(text, 'base64');
}
