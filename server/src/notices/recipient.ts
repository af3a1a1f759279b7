import type { Keys } from '../settings/keys.js';
import type { Visitor } from '../sign-in/visitor.js';

/** What stands for a person in letters about one process. Without the server's key nobody can say whose contributions they belong to. */
export const recipientIn = (keys: Keys, process: string, { identity }: Pick<Visitor, 'identity'>): Buffer =>
  keys.pseudonym(`letters:${process}`, identity);

/** What is locked of a subscription. */
export interface Recipient {
  address: string;
  /** What stands in the links of letters. Whoever has it may confirm and unsubscribe, and nothing else. */
  token: string;
}

export const sealRecipient = (keys: Keys, recipient: Recipient): Buffer => keys.seal('recipient', JSON.stringify(recipient));

/** @throws Error when it was locked with another key. */
export function openRecipient(keys: Keys, sealed: Uint8Array): Recipient {
  const text = keys.open('recipient', sealed);
  if (text === undefined) throw new Error('a recipient could not be opened');
  return JSON.parse(text) as Recipient;
}
