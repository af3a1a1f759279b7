import { sweepFiles } from '../attachments/let-go.js';
import { openCity } from '../city.js';
import { makeLog } from '../logs.js';
import { everyProcess, lastDayKept } from '../privacy/kept-processes.js';
import { eraseWhatIsOver } from '../privacy/retention.js';
import { sweep } from '../privacy/sweep.js';
import { readSettings } from '../settings/settings.js';
import type { Command } from './command.js';

/** Does at once what the server does by itself every hour, and says what went. */
export const run: Command = async (_args, environment, out) => {
  const settings = readSettings(environment);
  const city = await openCity(settings, makeLog({ logLevel: 'silent' }));
  try {
    const erased = await eraseWhatIsOver(city);
    for (const { process, votes, acceptances, observations, comments, sealedIdentities, subscriptions } of erased) {
      out(
        `${process}: erased ${counted(acceptances, 'acceptance')}, ${counted(observations, 'observation')}, ${counted(comments, 'comment')}, ${counted(votes, 'vote')}, ${counted(sealedIdentities, 'sealed identity', 'sealed identities')}, ${counted(subscriptions, 'address', 'addresses')}.`,
      );
    }
    if (erased.length === 0) out('No process has anything left whose time is over.');
    const files = await sweepFiles(city);
    if (files > 0) out(`Deleted files that belong to nothing: ${String(files)}.`);
    const swept = Object.entries(await sweep(city)).map(([table, rows]) => `${table} ${String(rows)}`);
    out(`Ended by themselves: ${swept.join(', ')}.`);
    for (const id of await everyProcess(city)) {
      const process = await city.content.process(id);
      if (process && lastDayKept(process) === undefined)
        out(`${id}: has no end yet, so nothing of it is erased. Set "ends" when it has.`);
    }
    return 0;
  } finally {
    await city.database.close();
  }
};

const counted = (count: number, one: string, several = `${one}s`): string => `${String(count)} ${count === 1 ? one : several}`;
