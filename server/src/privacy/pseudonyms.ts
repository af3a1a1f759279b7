import type { City } from '../city.js';
import { recipientIn } from '../notices/recipient.js';
import { participantIn } from '../participation/participant.js';
import type { Keys } from '../settings/keys.js';
import type { Visitor } from '../sign-in/visitor.js';
import { everyProcess } from './kept-processes.js';

/** What stands for one person in the database, wherever they may have given something. Only who they are and the server's key lead there. */
export interface Pseudonyms {
  readonly process: string;
  readonly participant: Buffer;
  readonly recipient: Buffer;
}

export async function pseudonymsOf(city: City, visitor: Pick<Visitor, 'identity'>): Promise<Pseudonyms[]> {
  const processes = await everyProcess(city);
  return processes.map(process => ({
    process,
    participant: participantIn(city.keys, process, visitor),
    recipient: recipientIn(city.keys, process, visitor),
  }));
}

/** What stands for a person in what they reported: one for all processes, since nobody else sees it. */
export const reporterOf = (keys: Keys, { identity }: Pick<Visitor, 'identity'>): Buffer => keys.pseudonym('reports', identity);
