import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Every bench, one after the other, so that none disturbs another. What a bench says, it says itself; figures go to a file of its own each. */
const { values } = parseArgs({ options: { rounds: { type: 'string' }, json: { type: 'string' } } });

const benches = ['embed', 'observation-list', 'observation-form', 'document', 'voting-widget', 'tally'];

let failed = false;
for (const name of benches) {
  console.log(`\n== ${name}\n`);
  const args = [
    ...(values.rounds === undefined ? [] : ['--rounds', values.rounds]),
    ...(values.json === undefined ? [] : ['--json', values.json.replace(/(\.json)?$/, `-${name}.json`)]),
  ];
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`./${name}.mjs`, import.meta.url)), ...args], {
    stdio: 'inherit',
  });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
