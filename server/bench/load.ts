import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';

/** How many connections ask at once. */
const connections = 20;

export interface Load {
  url: string;
  seconds: number;
  headers?: Record<string, string>;
  /** Requests a second over all connections; as many as possible without it. */
  rate?: number;
  /** Makes each request another one. */
  next?: () => { method: 'POST'; headers: Record<string, string>; body: string };
}

export interface Figures {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Answers other than 2xx, broken connections and time-outs. */
  errors: number;
}

interface Shot {
  times: number[];
  errors: number;
  /** Seconds. */
  duration: number;
}

/** Puts load on an address and says how it was answered. */
export async function measure(load: Load): Promise<Figures> {
  const { rate } = load;
  const shots = rate === undefined ? [await shoot(load, { connections })] : await evenly(load, rate);
  const times = shots.flatMap(shot => shot.times);
  const all = (rate === undefined ? times : withThoseThatWaited(times, (1000 * connections) / rate)).sort((a, b) => a - b);
  const at = (part: number): number => all[Math.min(all.length - 1, Math.floor(all.length * part))] ?? Number.NaN;
  return {
    perSecond: times.length / Math.max(...shots.map(({ duration }) => duration)),
    p50: at(0.5),
    p99: at(0.99),
    errors: shots.reduce((sum, { errors }) => sum + errors, 0),
  };
}

/**
 * One autocannon for each connection, each a little later than the one before: a single one would send what is due in a second at the
 * beginning of that second, all of it at once, and people do not.
 */
async function evenly(load: Load, rate: number): Promise<Shot[]> {
  return Promise.all(
    Array.from({ length: connections }, async (_, number) => {
      await wait((number * 1000) / connections);
      return shoot(load, { connections: 1, connectionRate: rate / connections });
    }),
  );
}

/**
 * A request that took longer than the time until the next one held that one up. What was held up counts from when it should have left, as in
 * HdrHistogram; else a server that stands still would have only one slow answer.
 */
function withThoseThatWaited(times: readonly number[], interval: number): number[] {
  return times.flatMap(time =>
    Array.from({ length: Math.max(1, Math.ceil(time / interval)) }, (_, missed) => time - missed * interval),
  );
}

function shoot({ url, seconds, headers = {}, next }: Load, options: Partial<autocannon.Options>): Promise<Shot> {
  const times: number[] = [];
  return new Promise((resolve, reject) => {
    const all: autocannon.Options = {
      url,
      duration: seconds,
      headers,
      ...options,
      ...(next && { requests: [{ setupRequest: request => ({ ...request, ...next() }) }] }),
    };
    autocannon(all, (error: Error | null, { non2xx, errors, timeouts, duration }) => {
      if (error) reject(error);
      else resolve({ times, duration, errors: non2xx + errors + timeouts });
    }).on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
}
