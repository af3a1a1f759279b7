import type { Command } from './commands/command.js';
import { run as exportContent } from './commands/export.js';
import { run as identities } from './commands/identities.js';
import { run as importContent } from './commands/import.js';
import { run as doctor } from './commands/doctor.js';
import { run as key } from './commands/key.js';
import { run as migrate } from './commands/migrate.js';
import { run as officeKey } from './commands/office-key.js';
import { run as openapi } from './commands/openapi.js';
import { run as retention } from './commands/retention.js';
import { run as serve } from './commands/serve.js';
import { SettingsError } from './settings/settings.js';

const commands: Readonly<Record<string, readonly [run: Command, about: string]>> = {
  serve: [serve, 'starts the server'],
  migrate: [migrate, 'brings the tables of the database up to date'],
  import: [importContent, 'reads what the city publishes from a folder'],
  export: [exportContent, 'writes what the city publishes into a folder'],
  openapi: [openapi, 'prints the HTTP contract'],
  doctor: [doctor, 'looks at everything that the server needs and says what is not right'],
  key: [key, 'makes a secret for PORTICO_KEY'],
  retention: [retention, 'erases now what is kept no longer, as the server does every hour'],
  'office-key': [officeKey, 'makes the keys of an office that must see who took part'],
  identities: [identities, 'opens the identities that are sealed for an office'],
};

function help(): string {
  const lines = Object.entries(commands).map(([name, [, about]]) => `  ${name.padEnd(10)} ${about}`);
  return ['portico-server <command>', '', ...lines, '', 'Settings come from the environment; docs/server.md lists them.'].join(
    '\n',
  );
}

const [name = 'help', ...args] = process.argv.slice(2);
const command = commands[name]?.[0];
if (!command) {
  console.log(help());
  process.exitCode = ['help', '--help', '-h'].includes(name) ? 0 : 2;
} else {
  try {
    process.exitCode = await command(args, process.env, line => {
      console.log(line);
    });
  } catch (error) {
    // What somebody can mend reads as a message; anything else is ours and keeps its stack.
    console.error(
      error instanceof SettingsError ? `These settings are not right:\n${error.message.replace(/^/gm, '  ')}` : error,
    );
    process.exitCode = 1;
  }
}
