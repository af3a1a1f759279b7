import { readFileSync } from 'node:fs';

/** Private memory of the renderer in megabytes, where the system tells. */
export async function memoryOf(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        return Number(/Private_Dirty:\s+(\d+)/.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
      } catch {
        return NaN;
      }
    });
  return Math.max(...sizes);
}
