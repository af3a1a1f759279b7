import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { median } from './figures.mjs';
import { inventedCity, pabulibFile } from './tally/instance.mjs';
import { tell } from './widget-pages.mjs';

/**
 * How fast votes are counted, exactly: a whole city by the real rules, and beside it, in the same run, a small one by the real Equal Shares
 * and by a naive version in fractions, which would need days for the city.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    projects: { type: 'string', default: '200' },
    votes: { type: 'string', default: '100000' },
    json: { type: 'string' },
  },
});
const rounds = Number(values.rounds);

/** What we want, in milliseconds. */
const limits = { greedy: 1000, shares: 1000, add1: 15_000, read: 1000 };

const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
const outfile = join(folder, 'rules.mjs');
await build({
  entryPoints: [fileURLToPath(new URL('./tally/rules.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile,
  logLevel: 'error',
});
const rules = await import(pathToFileURL(outfile).href);

const timed = work => {
  const begin = performance.now();
  const result = work();
  return { result, time: performance.now() - begin };
};

/** The middle of all rounds, in milliseconds. */
const middle = work => median(Array.from({ length: rounds }, () => timed(work).time));

const city = inventedCity({ projects: Number(values.projects), votes: Number(values.votes) });
const small = inventedCity({ projects: 12, votes: 150, seed: 3 });

function profileOf({ options, choices }) {
  const votes = rules.weighted(rules.grouped(choices), rules.weightsOfApprovals);
  const ties = { lot: options.map(({ id }) => id) };
  return { votes, ties, profile: rules.sharesProfile(options, votes, { all: choices.length, ties }) };
}

try {
  const { votes, ties, profile } = profileOf(city);
  const share = rules.rational(city.budget, city.choices.length);
  const add1 = timed(() => rules.completionAdd1(profile, { budget: city.budget, step: 100 }));
  const text = pabulibFile(city, 3 * 1024 * 1024);
  const figures = {
    grouping: middle(() => profileOf(city)),
    greedy: middle(() => rules.greedy({ projects: rules.optionScores(city.options, votes), budget: city.budget, ties })),
    shares: middle(() => rules.equalShares(profile, share)),
    add1: add1.time,
    read: middle(() => rules.readPabulib(text)),
  };
  const of = profileOf(small);
  const smallShare = rules.rational(small.budget, small.choices.length);
  const real = middle(() => rules.equalShares(of.profile, smallShare));
  const naive = middle(() => rules.naiveEqualShares(small.options, of.votes, smallShare, of.ties));

  console.log(
    `${city.options.length} projects, ${city.choices.length} votes; medians of ${rounds} rounds, add1 once; milliseconds\n`,
  );
  console.table(Object.fromEntries(Object.entries(figures).map(([name, time]) => [name, { ms: Math.round(time) }])));
  console.log(`add1 tried ${add1.result.tries} shares and spends ${((100 * add1.result.cost) / city.budget).toFixed(1)} %`);
  console.log(
    `12 projects, 150 votes, plain Equal Shares: ${real.toFixed(2)} ms; naive, in fractions: ${naive.toFixed(1)} ms; ${Math.round(naive / real)} times as long\n`,
  );
  tell([
    ['greedy, ms', Math.round(figures.greedy), limits.greedy],
    ['plain Equal Shares, ms', Math.round(figures.shares), limits.shares],
    ['Equal Shares with add1, ms', Math.round(figures.add1), limits.add1],
    ['reading a file of 3 MB, ms', Math.round(figures.read), limits.read],
  ]);
  if (values.json) await writeFile(values.json, `${JSON.stringify({ rounds, figures, real, naive }, null, 2)}\n`);
} finally {
  await rm(folder, { recursive: true });
}
