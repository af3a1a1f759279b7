import { spawn } from 'node:child_process';
import { join } from 'node:path';

const tools = join(process.cwd(), 'node_modules', '.bin');
const path = `${tools}:${process.env.PATH}`;
const running = new Set();

/** A browser that its runner left behind would outlive the test command, so a command ends with all that it started. */
function endGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of it has ended already.
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    running.forEach(endGroup);
    process.exit(1);
  });
}

/**
 * Runs a command of this repository's tools and shows what it says.
 *
 * @param minutes - Longer than this is a hang, and a failure.
 * @returns Whether it ended well.
 */
export function runCommand(command, args, { env = {}, minutes = 10 } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env, PATH: path },
      detached: true,
    });
    running.add(child);
    const clock = setTimeout(() => {
      console.log(`${command} did not end within ${minutes} minutes.`);
      endGroup(child);
    }, minutes * 60_000);
    const end = wellDone => {
      clearTimeout(clock);
      running.delete(child);
      endGroup(child);
      resolve(wellDone);
    };
    child.once('error', error => {
      console.log(error.message);
      end(false);
    });
    child.once('exit', code => end(code === 0));
  });
}
