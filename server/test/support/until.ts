import { setTimeout as wait } from 'node:timers/promises';

/** How long a test waits for something before it fails, in milliseconds. */
const patience = 20_000;

/** Resolves when the condition holds. @throws Error when it does not come to hold. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + patience;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`This never came to hold: ${String(condition)}`);
    await wait(10);
  }
}
