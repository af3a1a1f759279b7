import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { openCity } from '../city.js';
import { describeProblem, type ContentProblem } from '../content/content-problem.js';
import { makeLog } from '../logs.js';
import { previewResponses } from '../responses/plan-responses.js';
import { publishResponses, ResponsesRefused } from '../responses/publish-responses.js';
import { formatOf, readResponses } from '../responses/read-responses.js';
import { countsOf, type ResponsePlan } from '../responses/response-plan.js';
import { responseWords } from '../responses/response-words.js';
import { readSettings } from '../settings/settings.js';
import type { Command } from './command.js';
import { readText } from './read-text.js';

const usage = `portico-server respond <file.csv|file.yaml> [--check]

  --check   says what is wrong and what would be published, and publishes nothing`;

/** Publishes official answers from a file: all of them or none. */
export const run: Command = async (args, environment, out) => {
  const wanted = readArguments(args);
  if (!wanted) {
    out(usage);
    return 2;
  }
  const t = responseWords('en');
  const file = basename(wanted.file);
  const source = await readText(wanted.file);
  if (source === undefined) {
    out(`${wanted.file} is no file that can be read as UTF-8.`);
    return 1;
  }
  const settings = readSettings(environment);
  const { responses, problems } = readResponses(source, formatOf(file), { file, lang: settings.locale, locale: 'en' });
  const city = await openCity(settings, makeLog({ logLevel: 'silent' }));
  try {
    const preview = await previewResponses(city.database.db, responses, t);
    const all = [...problems, ...preview.problems];
    if (all.length > 0) return refuse(all, out);
    if (wanted.check) {
      say(preview, 'would be', out);
      return 0;
    }
    say(await publishResponses(city, responses, { official: 'portico-server respond', t }), 'were', out);
    return 0;
  } catch (error) {
    if (error instanceof ResponsesRefused) return refuse(error.problems, out);
    throw error;
  } finally {
    await city.database.close();
  }
};

function refuse(problems: readonly ContentProblem[], out: (line: string) => void): number {
  const sorted = [...problems].sort((one, other) => one.line - other.line || one.column - other.column);
  for (const problem of sorted) out(describeProblem(problem));
  out(`Nothing was published: ${String(problems.length)} problems.`);
  return 1;
}

function say(plan: ResponsePlan, verb: 'were' | 'would be', out: (line: string) => void): void {
  for (const { step, reference } of plan.planned) {
    if (step === 'same') out(`${reference}: the same response is in force already; passed over.`);
    if (step === 'later') out(`${reference}: a later response follows the one that was published before.`);
  }
  const { steps, outcomes } = countsOf(plan);
  const byOutcome = Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${String(count)}`);
  const details = byOutcome.length > 0 ? ` (${byOutcome.join(', ')})` : '';
  out(`Responses that ${verb} published: ${String(steps.first + steps.later)}${details}; passed over: ${String(steps.same)}.`);
}

function readArguments(args: string[]): { file: string; check: boolean } | undefined {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { check: { type: 'boolean', default: false } },
    });
    const [file, ...others] = positionals;
    return file === undefined || others.length > 0 ? undefined : { file, ...values };
  } catch {
    // An option that there is not.
    return undefined;
  }
}
