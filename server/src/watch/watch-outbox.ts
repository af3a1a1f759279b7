import { Gauge, type Registry } from 'prom-client';
import type { City } from '../city.js';

interface Waiting {
  channel: string;
  waiting: number;
  first: Date;
}

/**
 * What waits to leave the server, by channel: how much, and for how long the first has been due. Asked of the database at each scrape, so
 * all processes say the same.
 */
export function watchOutbox(registers: Registry[], { database: { db }, log, now }: Pick<City, 'database' | 'log' | 'now'>): void {
  const count = (): Promise<Waiting[]> =>
    db
      .selectFrom('outgoing')
      .select(({ fn }) => ['channel', fn.countAll<number>().as('waiting'), fn.min('due_at').as('first')])
      .groupBy('channel')
      .execute()
      .catch((error: unknown) => {
        // The other figures are wanted most when the database is away.
        log.warn({ err: error }, 'the outbox could not be counted');
        return [];
      });

  // A scrape collects both at once, and asks once.
  let counting: Promise<Waiting[]> | undefined;
  const counted = (): Promise<Waiting[]> =>
    (counting ??= count().finally(() => {
      counting = undefined;
    }));

  new Gauge({
    name: 'portico_outgoing',
    help: 'Letters and announcements that wait to leave, by channel.',
    labelNames: ['channel'],
    registers,
    async collect() {
      this.reset();
      for (const { channel, waiting } of await counted()) this.set({ channel }, waiting);
    },
  });
  new Gauge({
    name: 'portico_outgoing_late_seconds',
    help: 'For how long the first letter or announcement of a channel has been due.',
    labelNames: ['channel'],
    registers,
    async collect() {
      this.reset();
      for (const { channel, first } of await counted()) {
        this.set({ channel }, Math.max(0, (now().getTime() - first.getTime()) / 1000));
      }
    },
  });
}
