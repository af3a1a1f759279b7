import { startPostgres } from '../../../scripts/postgres.mjs';
import { emptyDatabase } from './test-city.js';

/** A machine on which our server runs, and that can crash. */
export interface Machine {
  environment: Record<string, string>;
  /** Takes down what else belongs to the machine, and brings it back. */
  crash: () => void;
  remove: () => void | Promise<void>;
}

/** By the engine of their database. */
export const machines: Record<string, () => Promise<Machine>> = {
  async PGlite() {
    const { environment, remove } = await emptyDatabase('PGlite');
    return { environment, remove, crash: () => undefined };
  },
  // A server of its own, which syncs what it acknowledges, and crashes together with ours.
  async PostgreSQL() {
    const postgres = await startPostgres();
    return {
      environment: { DATABASE_URL: postgres.url },
      crash: () => {
        postgres.kill();
        postgres.restart();
      },
      remove: () => {
        postgres.stop();
      },
    };
  },
};
