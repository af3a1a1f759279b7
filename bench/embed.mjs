import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { plain, slow } from './conditions.mjs';
import { summary } from './figures.mjs';
import { otherLimits, timeLimits } from './limits.mjs';
import { legend, table, verdict } from './report.mjs';
import { roundsOf } from './rounds.mjs';
import { stage } from './stage.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, json: { type: 'string' }, files: { type: 'string' } },
});
const wanted = Number(values.rounds);
if (!(wanted >= 1)) throw new Error(`--rounds is a number from 1 on, not '${values.rounds}'.`);

const place = await stage(values.files);
const browser = await launch();

const rounds = [];
const figuresOf = () => Object.fromEntries(place.names.map(name => [name, summary(rounds, name)]));
/** Whether it is worth another round: something was too slow, and that may have been the machine. */
const doubtful = () => rounds.length < 2 * wanted && timeLimits(figuresOf()).some(({ kept }) => !kept);

try {
  // The servers compress a file when it is asked for first, which must cost nobody time.
  const warmUp = await roundsOf(browser, place, plain);
  await warmUp();
  const next = await roundsOf(browser, place, slow);
  while (rounds.length < wanted || doubtful()) {
    rounds.push(await next());
    console.log(
      `round ${rounds.length}: ${place.names.map(name => `${name} ${Math.round(rounds.at(-1)[name].paint)}`).join(', ')}`,
    );
  }

  const figures = figuresOf();
  const limits = [...timeLimits(figures), ...otherLimits(figures, place.files)];
  console.log(`\n${slow.title}; rounds: ${rounds.length}\n\n${table(figures)}\n\n${legend}\n\n${verdict(limits)}`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ conditions: slow, figures, limits, rounds }, null, 2)}\n`);
  if (limits.some(({ kept }) => !kept)) process.exitCode = 1;
} finally {
  await browser.close();
  await place.close();
}
