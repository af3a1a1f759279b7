import { sql } from 'kysely';
import type { City } from '../city.js';
import { missingMigrations } from '../database/migrate.js';

/** How long the database may take to answer, in milliseconds. */
const patience = 2000;

/** For how long one look at the database holds, in milliseconds: anybody may ask, and asking must cost nothing. */
const holds = 1000;

/** What keeps a process from being ready. */
export type Obstacle = 'stopping' | 'database' | 'migrations' | 'content';

/** Whether this process can take requests. A proxy that asks sends none to one that cannot. */
export class Readiness {
  private _stopping = false;
  private _migrated = false;
  private _look: { at: number; obstacle: Promise<Obstacle | undefined> } | undefined;

  constructor(private readonly _city: Pick<City, 'database' | 'content'>) {}

  /** From now on the process takes no more work. There is no way back. */
  stop(): void {
    this._stopping = true;
  }

  async obstacle(): Promise<Obstacle | undefined> {
    if (this._stopping) return 'stopping';
    if (this._look === undefined || performance.now() - this._look.at > holds) {
      this._look = { at: performance.now(), obstacle: within(patience, this._ask()) };
    }
    return this._look.obstacle;
  }

  private async _ask(): Promise<Obstacle | undefined> {
    const { database, content } = this._city;
    try {
      await sql`select 1`.execute(database.db);
      // What was done once stays done.
      this._migrated ||= (await missingMigrations(database.db)).length === 0;
    } catch {
      return 'database';
    }
    if (!this._migrated) return 'migrations';
    return content.revision < 0 ? 'content' : undefined;
  }
}

async function within(milliseconds: number, asking: Promise<Obstacle | undefined>): Promise<Obstacle | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Obstacle>(resolve => {
    timer = setTimeout(() => {
      resolve('database');
    }, milliseconds);
  });
  return Promise.race([asking, late]).finally(() => {
    clearTimeout(timer);
  });
}
