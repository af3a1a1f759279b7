import type { FastifyInstance } from 'fastify';
import { makeApp } from '../app.js';
import { openCity, type City } from '../city.js';
import { startJobs } from '../jobs/jobs.js';
import { makeLog } from '../logs.js';
import { readSettings } from '../settings/settings.js';
import { endUnforeseen } from '../watch/end-unforeseen.js';
import { stopGracefully } from '../watch/stop-gracefully.js';
import type { Command } from './command.js';

/** How often each process asks whether content has changed, in milliseconds. */
const refreshEvery = 2000;

/** Starts the server, and stops it gracefully on SIGINT and SIGTERM: requests that have begun are answered, nothing new is taken. */
export const run: Command = async (_args, environment, out) => {
  const settings = readSettings(environment);
  const log = makeLog(settings);
  endUnforeseen(log);
  const city = await openCity(settings, log);
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const stopped = new Promise<string>(resolve => {
    for (const signal of signals) process.once(signal, resolve);
  });
  const app = await listening(city);
  const refreshing = setInterval(() => {
    city.content.refresh().catch((error: unknown) => {
      log.warn({ err: error }, 'content could not be refreshed');
    });
  }, refreshEvery);
  const stopJobs = startJobs(city);
  out(`${settings.cityName}: ${settings.url.href} (${city.database.engine})`);
  log.info({ signal: await stopped }, 'stopping');
  // Whoever asks a second time does not want to wait for anybody.
  for (const signal of signals) process.removeAllListeners(signal).once(signal, () => process.exit(1));
  clearInterval(refreshing);
  await Promise.all([stopJobs(), stopGracefully(app, settings.drainSeconds * 1000)]);
  await city.database.close();
  return 0;
};

/** The server, listening. Where it cannot listen it leaves nothing open that would keep the process alive. */
async function listening(city: City): Promise<FastifyInstance> {
  const { settings, database } = city;
  let app: FastifyInstance | undefined;
  try {
    app = await makeApp(city);
    await app.listen({ host: settings.host, port: settings.port });
    return app;
  } catch (error) {
    await app?.close();
    await database.close();
    throw error;
  }
}
