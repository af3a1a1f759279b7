import { FolderInUse } from '../database/folder-lock.js';
import { messageOf } from '../doctor/finding.js';
import { SettingsError } from '../settings/settings.js';

/** Failures of the machine and of the network, as Node names them: the port, the host, the folder. */
const isOfSystem = (error: Error): boolean => 'syscall' in error && 'code' in error;

/** Classes of what PostgreSQL says of who connects, and of its own state (appendix A of its manual): not of our statements. */
const isOfServer = (error: Error): boolean =>
  'severity' in error && 'code' in error && /^(08|28|3D|53|57)/.test(String(error.code));

/**
 * What somebody who runs the server can mend, in words. Nothing for anything else: that is ours, and keeps its stack.
 *
 * @param error - What a command failed with.
 */
export function operatorMessage(error: unknown): string | undefined {
  if (error instanceof SettingsError) return `These settings are not right:\n${error.message.replace(/^/gm, '  ')}`;
  if (error instanceof FolderInUse) return error.message;
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return error.message;
  if (isOfServer(error)) return `The database says: ${error.message}. Look at DATABASE_URL and at the database server.`;
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  if (!(first instanceof Error) || !isOfSystem(first)) return undefined;
  const { code } = first as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `${first.message}. Set PORT to another one, or stop what listens there.`;
  if (code === 'EACCES') return `${first.message}. Look at HOST, PORT, PORTICO_DATA, and who may use them.`;
  return `${messageOf(first)}. \`portico-server doctor\` says what is there and what is not.`;
}
