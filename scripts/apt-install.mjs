import { spawnSync } from 'node:child_process';

const attempts = 12;
const pause = 10_000;

/** Whether packages may be installed without asking: only as root on Debian or Ubuntu. A person's own machine is never changed. */
export function canInstall(release) {
  return process.platform === 'linux' && /\b(debian|ubuntu)\b/.test(release) && process.getuid?.() === 0;
}

/** Another installation on the same machine holds a lock for a while; nothing else is worth a second try. */
const isLocked = text => /could not get lock|unable to (acquire|lock)|is another process using it/i.test(text);

const sleep = milliseconds => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  for (let attempt = 1; ; attempt++) {
    console.log(`apt-get ${args.join(' ')}`);
    const { status, stderr, error } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env });
    if (status === 0) return true;
    const said = error ? error.message : stderr;
    process.stderr.write(`${said}\n`);
    if (!isLocked(said) || attempt === attempts) return false;
    sleep(pause);
  }
}

/** Tries to install these packages. It never throws: whoever asked looks again for what was missing and explains. */
export function aptInstall(packages) {
  return apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...packages]);
}
