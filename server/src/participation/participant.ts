import type { Keys } from '../settings/keys.js';
import type { Visitor } from '../sign-in/visitor.js';

/** What stands for a person in one process, and says nothing about them in any other. */
export const participantIn = (keys: Keys, process: string, { identity }: Pick<Visitor, 'identity'>): Buffer =>
  keys.pseudonym(`process:${process}`, identity);

/** What stands for all who take part in a process without signing in. */
export const anybodyIn = (keys: Keys, process: string): Buffer => keys.pseudonym(`process:${process}`, '');
