import { newKey } from '../settings/keys.js';
import type { Command } from './command.js';

export const run: Command = (_args, _environment, out) => {
  out(newKey());
  return Promise.resolve(0);
};
