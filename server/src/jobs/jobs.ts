import { sweepFiles } from '../attachments/let-go.js';
import { closeBallots } from '../ballots/close-ballots.js';
import type { City } from '../city.js';
import { openMailer } from '../notices/mail.js';
import { writeReminders } from '../notices/reminders.js';
import { sendOutgoing } from '../notices/send-outgoing.js';
import { eraseWhatIsOver } from '../privacy/retention.js';
import { sweep } from '../privacy/sweep.js';
import { doIfDue, type Job } from './claim-job.js';

const second = 1000;
const minute = 60 * second;

/** How often each process looks whether something has to leave, and whether a job is due. */
const rounds = { outgoing: 3 * second, jobs: 30 * second } as const;

/**
 * Lets the server do its work by itself: letters and announcements leave, reminders are written, what is over is erased. Every process
 * may do this; each piece of work is done by one of them.
 *
 * @returns A function that ends it, once what is under way is done.
 */
export function startJobs(city: City): () => Promise<void> {
  const { database, log, now } = city;
  const mailer = openMailer(city.settings);
  let stopping = false;

  const jobs: readonly Job[] = [
    {
      name: 'sweep',
      every: 10 * minute,
      run: async () => {
        log.debug({ swept: await sweep(city) }, 'swept');
      },
    },
    {
      name: 'ballots',
      every: 20 * second,
      run: async () => {
        for (const ballot of await closeBallots(city)) log.info({ ballot }, 'the time of a ballot is over: it is counted');
      },
    },
    {
      name: 'files',
      every: 60 * minute,
      run: async () => {
        const deleted = await sweepFiles(city);
        if (deleted > 0) log.info({ deleted }, 'deleted files that belong to nothing');
      },
    },
    {
      name: 'retention',
      every: 60 * minute,
      run: async () => {
        for (const erased of await eraseWhatIsOver(city))
          log.info({ erased }, 'the time of a process is over: erased what people gave');
      },
    },
    {
      name: 'reminders',
      every: 60 * minute,
      run: async () => {
        const written = await writeReminders(city);
        if (written > 0) log.info({ written }, 'reminders are on their way');
      },
    },
  ];

  const repeating = [
    repeat(rounds.outgoing, async () => {
      await sendOutgoing(city, mailer, () => stopping);
    }),
    repeat(rounds.jobs, async () => {
      for (const job of jobs) if (!stopping) await doIfDue(database.db, job, now);
    }),
  ];

  /** Does something again and again, each time after a pause that is a little different, so that processes do not march in step. */
  function repeat(pause: number, work: () => Promise<void>): () => Promise<void> {
    let working: Promise<void> = Promise.resolve();
    const plan = (): NodeJS.Timeout =>
      setTimeout(
        () => {
          working = work().catch((error: unknown) => {
            log.error({ err: error }, 'work in the background failed');
          });
          void working.then(() => {
            if (!stopping) timer = plan();
          });
        },
        pause * (0.75 + Math.random() / 2),
      );
    let timer = plan();
    return () => {
      clearTimeout(timer);
      return working;
    };
  }

  return async () => {
    stopping = true;
    await Promise.all(repeating.map(stop => stop()));
    mailer.close();
  };
}
