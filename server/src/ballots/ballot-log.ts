const prefix = 'ballot.';

/** The name of a ballot's log among the logs. No process has a name with a dot. */
export const logOfBallot = (ballot: string): string => `${prefix}${ballot}`;

/** The ballot that a log is of; nothing where it is of a process. */
export const ballotOfLog = (log: string): string | undefined => (log.startsWith(prefix) ? log.slice(prefix.length) : undefined);
