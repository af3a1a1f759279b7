import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { bundling } from '../build.mjs';

/** The table of settings in `docs/server.md`, made from `server/src/settings/settings.ts`. Writes it; `--check` only says whether it is right. */
const here = path => fileURLToPath(new URL(path, import.meta.url));
const page = here('../../docs/server.md');
const markers = ['<!-- settings: begin -->', '<!-- settings: end -->'];

const built = await build({
  ...bundling,
  entryPoints: [here('../src/settings/settings.ts')],
  write: false,
  sourcemap: false,
  packages: 'bundle',
});
const { definitions } = await import(
  `data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString('base64')}`
);

const usual = ({ fallback, secret }) => (fallback ? `\`${fallback}\`` : secret ? 'none; secret' : 'none');
const rows = Object.values(definitions).map(
  definition => `| \`${definition.name}\` | ${definition.about} | ${usual(definition)} |`,
);
const table = ['| variable | what | default |', '| --- | --- | --- |', ...rows].join('\n');

const before = readFileSync(page, 'utf8');
const [begin, end] = markers.map(marker => before.indexOf(marker));
if (begin < 0 || end < begin) throw new Error(`docs/server.md has no place for the table: ${markers.join(' … ')}`);
const written = `${before.slice(0, begin + markers[0].length)}\n\n${table}\n\n${before.slice(end)}`;
const after = await format(written, { ...(await resolveConfig(page)), filepath: page });

if (process.argv.includes('--check')) {
  if (after !== before) {
    console.log(
      'The table of settings in docs/server.md is not that of settings.ts: run `node server/scripts/settings-table.mjs`.',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(page, after);
}
