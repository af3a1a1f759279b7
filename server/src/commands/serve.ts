import { makeApp } from '../app.js';
import { openCity } from '../city.js';
import { makeLog } from '../logs.js';
import { readSettings } from '../settings/settings.js';
import type { Command } from './command.js';

/** How often each process asks whether content has changed, in milliseconds. */
const refreshEvery = 2000;

/** Starts the server, and stops it gracefully on SIGINT and SIGTERM: requests that have begun are answered, nothing new is taken. */
export const run: Command = async (_args, environment, out) => {
  const settings = readSettings(environment);
  const log = makeLog(settings);
  const city = await openCity(settings, log);
  const app = await makeApp(city);
  const refreshing = setInterval(() => {
    city.content.refresh().catch((error: unknown) => {
      log.warn({ err: error }, 'content could not be refreshed');
    });
  }, refreshEvery);
  const stopped = new Promise<string>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await app.listen({ host: settings.host, port: settings.port });
  out(`${settings.cityName}: ${settings.url.href} (${city.database.engine})`);
  log.info({ signal: await stopped }, 'stopping');
  clearInterval(refreshing);
  await app.close();
  await city.database.close();
  return 0;
};
