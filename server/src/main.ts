import type { Command } from './commands/command.js';
import { run as exportContent } from './commands/export.js';
import { run as identities } from './commands/identities.js';
import { run as importContent } from './commands/import.js';
import { run as importObservations } from './commands/import-observations.js';
import { run as doctor } from './commands/doctor.js';
import { run as key } from './commands/key.js';
import { run as migrate } from './commands/migrate.js';
import { run as officeKey } from './commands/office-key.js';
import { run as openapi } from './commands/openapi.js';
import { operatorMessage } from './commands/operator-message.js';
import { run as respond } from './commands/respond.js';
import { run as retention } from './commands/retention.js';
import { run as serve } from './commands/serve.js';
import { run as tally } from './commands/tally.js';

const commands: Readonly<Record<string, readonly [run: Command, takes: string, about: string]>> = {
  serve: [serve, '', 'starts the server'],
  migrate: [migrate, '', 'brings the tables of the database up to date'],
  import: [importContent, '<folder> [--check] [--remove]', 'reads what the city publishes from a folder'],
  'import-observations': [
    importObservations,
    '<file…> [--check] [--if-none]',
    'takes over observations that were received elsewhere',
  ],
  export: [exportContent, '[--format pabulib <ballot>] <folder>', 'writes what the city publishes, or published votes'],
  respond: [respond, '<file.csv|yaml> [--check]', 'publishes official answers to observations from a file'],
  tally: [tally, '<file.pb> [--rule …] [--json]', 'counts a participatory budget from a file of Pabulib'],
  openapi: [openapi, '', 'prints the HTTP contract'],
  doctor: [doctor, '', 'looks at everything that the server needs and says what is not right'],
  key: [key, '', 'makes a secret for PORTICO_KEY'],
  retention: [retention, '', 'erases now what is kept no longer, as the server does every hour'],
  'office-key': [officeKey, '<file>', 'makes the keys of an office that must see who took part'],
  identities: [identities, '<process> --key <file>', 'opens the identities that are sealed for an office'],
};

function help(): string {
  const lines = Object.entries(commands).map(([name, [, takes, about]]) => {
    const usage = `${name} ${takes}`.trim();
    return `  ${usage.padEnd(52)} ${about}`;
  });
  return ['portico-server <command>', '', ...lines, '', 'Settings come from the environment; docs/server.md lists them.'].join(
    '\n',
  );
}

const isHelp = (word: string): boolean => ['help', '--help', '-h'].includes(word);

/** Does what the command line says. Resolves with the exit code. */
async function main([name = 'help', ...args]: string[]): Promise<number> {
  // Asking what a command does must not do it.
  if (isHelp(name) || args.some(isHelp)) {
    console.log(help());
    return 0;
  }
  const [command, takes] = (Object.hasOwn(commands, name) ? commands[name] : undefined) ?? [];
  if (!command || (takes === '' && args.length > 0)) {
    console.error(command ? `${name} takes nothing more.\n` : `There is no command ${name}.\n`);
    console.log(help());
    return 2;
  }
  try {
    return await command(args, process.env, line => {
      console.log(line);
    });
  } catch (error) {
    console.error(operatorMessage(error) ?? error);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
