#!/usr/bin/env node
import { snippetCommand } from './snippet-command.mjs';

const commands = { snippet: snippetCommand };

const usage = `Usage: portico <command>

  snippet   what to paste into a CMS to show a widget; portico snippet --help
`;

const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;

if (command) {
  process.exitCode = await command(args);
} else {
  const asked = name === undefined || ['help', '--help', '-h'].includes(name);
  (asked ? process.stdout : process.stderr).write(asked ? usage : `There is no command '${name}'.\n\n${usage}`);
  process.exitCode = asked ? 0 : 2;
}
