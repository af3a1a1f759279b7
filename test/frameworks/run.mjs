import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** Runs a tool of this repository. Not at once: two apps are built and checked at a time. */
export const run = (tool, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${tool}`, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const add = text => (output += text);
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.once('error', reject);
    child.once('close', status => resolve({ status, output: stripVTControlCharacters(output) }));
  });
