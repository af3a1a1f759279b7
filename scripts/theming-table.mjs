import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { descriptions } from './property-descriptions.mjs';

/** The table of properties in `docs/theming.md`, made from `src/styles/tokens.ts`. Checks it; `--update` writes it. */
const page = 'docs/theming.md';
const markers = ['<!-- properties: begin -->', '<!-- properties: end -->'];

const code = readFileSync('src/styles/tokens.ts', 'utf8');
const tokens = [...code.matchAll(/(--_[a-z-]+): var\((--portico-[a-z-]+), (.*)\);/g)].map(([, own, name, usual]) => ({
  own,
  name,
  usual,
}));
const publicName = new Map(tokens.map(({ own, name }) => [own, name]));

/** A default as a page would write it: by public names. */
const asDocumented = usual =>
  usual.replace(/var\((--_[a-z-]+)\)/g, (_, own) => {
    if (!publicName.has(own)) throw new Error(`${own} is no property of tokens.ts.`);
    return `var(${publicName.get(own)})`;
  });

const rows = tokens.map(({ name, usual }) => `| \`${name}\` | ${descriptions[name]} | \`${asDocumented(usual)}\` |`);
const table = ['| property | what | default |', '| --- | --- | --- |', ...rows].join('\n');

const names = new Set(tokens.map(({ name }) => name));
const problems = [
  ...[...names]
    .filter(name => !(name in descriptions))
    .map(name => `${name} has no description in scripts/property-descriptions.mjs`),
  ...Object.keys(descriptions)
    .filter(name => !names.has(name))
    .map(name => `${name} is described and not in tokens.ts`),
];

const before = readFileSync(page, 'utf8');
const [begin, end] = markers.map(marker => before.indexOf(marker));
if (begin < 0 || end < begin) problems.push(`${page} has no place for the table: ${markers.join(' … ')}`);

if (problems.length === 0) {
  const text = `${before.slice(0, begin + markers[0].length)}\n\n${table}\n\n${before.slice(end)}`;
  const after = await format(text, { ...(await resolveConfig(page)), filepath: page });
  if (process.argv.includes('--update')) writeFileSync(page, after);
  else if (after !== before) problems.push(`${page} is not up to date: node scripts/theming-table.mjs --update`);
}
console.log(problems.length > 0 ? problems.join('\n') : `${tokens.length} properties, all described`);
process.exitCode = problems.length > 0 ? 1 : 0;
