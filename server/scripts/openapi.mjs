import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { buildServer } from '../build.mjs';

/** Writes `openapi.yaml` from the routes; with `--check` it only says whether the file is current. */
const file = fileURLToPath(new URL('../openapi.yaml', import.meta.url));
const program = fileURLToPath(new URL('../dist/portico-server.mjs', import.meta.url));

await buildServer();
const made = execFileSync(process.execPath, [program, 'openapi'], { encoding: 'utf8', env: { PATH: process.env.PATH } });
const text = await format(`# Made from the routes by \`npm run openapi -w server\`.\n${made}`, {
  ...(await resolveConfig(file)),
  filepath: file,
});
const current = existsSync(file) && readFileSync(file, 'utf8') === text;
if (process.argv.includes('--check')) {
  console.log(current ? 'server/openapi.yaml is current' : 'server/openapi.yaml is not current: npm run openapi -w server');
  process.exitCode = current ? 0 : 1;
} else if (!current) {
  writeFileSync(file, text);
}
