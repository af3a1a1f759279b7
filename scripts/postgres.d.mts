/** A PostgreSQL server of its own, in a temporary folder. */
export interface RunningPostgres {
  /** Address of the database `postgres`. */
  url: string;
  version: string;
  /** Brings it back after `kill`. */
  restart: () => void;
  /** Ends it as a crash would. */
  kill: () => void;
  /** Ends it and takes all away. */
  stop: () => void;
}

export function postgresPrograms(): string;
export function startPostgres(settings?: Readonly<Record<string, string | number>>): Promise<RunningPostgres>;
