import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of Chromium: `CHROME_PATH`, else the usual places. A missing one is installed where this is root on Debian. */
export function chromium() {
  const found = () => [process.env.CHROME_PATH, ...places].find(path => path && existsSync(path));
  if (!found() && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const run = (...args) =>
      execFileSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    run('update');
    run('install', '-y', '--no-install-recommends', 'chromium');
  }
  const path = found();
  if (!path)
    throw new Error(
      'Chromium is missing. Debian, Ubuntu: sudo apt-get install chromium. macOS: brew install --cask chromium. Or set CHROME_PATH.',
    );
  return path;
}
