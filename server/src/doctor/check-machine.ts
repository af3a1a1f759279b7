import { stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { findWidgetFiles } from '../pages/widget-files.js';
import type { Settings } from '../settings/settings.js';
import { bad, good, skipped, type Finding } from './finding.js';

/** As much must be free at least, in bytes. */
const leastFree = 1024 ** 3;

/** The widgets that the server hands out. */
export function checkFiles({ files }: Pick<Settings, 'files'>): Finding {
  const found = findWidgetFiles(files);
  return found
    ? good('widgets', `${found.release}, in ${found.folder}`)
    : bad('widgets', `there are none${files === undefined ? '' : ` in ${files}`}. Build the library, or set PORTICO_FILES.`);
}

/** Room for the embedded database and for letters that are kept as files. */
export async function checkDisk({
  data,
  databaseUrl,
  smtpUrl,
}: Pick<Settings, 'data' | 'databaseUrl' | 'smtpUrl'>): Promise<Finding> {
  if (databaseUrl !== undefined && smtpUrl !== undefined) return skipped('disk', 'nothing is kept on this machine');
  const { bavail, bsize } = await statfs(await nearest(resolve(data)));
  const free = bavail * bsize;
  const says = `${(free / 1024 ** 3).toFixed(1)} GB free for ${resolve(data)}`;
  return free >= leastFree ? good('disk', says) : bad('disk', `${says}. Make room: the embedded database stops without.`);
}

/** The folder, or the one above it that is there already. */
async function nearest(folder: string): Promise<string> {
  const there = await stat(folder).then(
    () => true,
    () => false,
  );
  return there || folder === dirname(folder) ? folder : nearest(dirname(folder));
}
