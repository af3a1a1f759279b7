import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { countPabulib, pabulibRules, ruleOf, type PabulibCount } from '../../../src/model/pabulib/count-pabulib.js';
import type { PabulibInstance } from '../../../src/model/pabulib/pabulib.js';
import { readPabulib } from '../../../src/model/pabulib/read-pabulib.js';
import { drawLots } from '../../../src/model/tally/lot.js';
import { electedIn, type Outcome } from '../../../src/model/tally/outcome.js';
import type { Command } from './command.js';
import { readText } from './read-text.js';

const usage = `portico-server tally <file.pb> [--rule <rule>] [--step <amount>] [--seed <text>] [--json]

  --rule   ${pabulibRules.slice(0, 4).join(', ')},
           ${pabulibRules.slice(4).join(', ')};
           each also with -comparison. Left out: what the file says.
  --step   by how much shares grow with add1, in the currency of the file; 1 when it is left out
  --seed   draws lots for ties from this text; left out: the order of the file
  --json   prints everything that the count says, step by step`;

/** Counts a participatory budget from a file of Pabulib. It needs no database and no settings. */
export const run: Command = async (args, _environment, out) => {
  const wanted = readArguments(args);
  if (!wanted) {
    out(usage);
    return 2;
  }
  const source = await readText(wanted.file);
  if (source === undefined) {
    out(`${basename(wanted.file)} is no file that can be read as UTF-8.`);
    return 1;
  }
  const read = readPabulib(source);
  if ('faults' in read) {
    for (const { line, message } of read.faults) out(`${basename(wanted.file)}:${String(line)}: ${message}`);
    return 1;
  }
  const { instance } = read;
  const count = countOf(instance, wanted);
  if (!count) {
    out(`The file says '${instance.meta.get('rule') ?? ''}', which is no rule that can be counted by. Say one with --rule.`);
    return 1;
  }
  const ids = instance.projects.map(({ id }) => id);
  const lot = wanted.seed === undefined ? ids : await drawLots(wanted.seed, ids);
  const outcome = countPabulib(instance, { ...count, lot });
  if (wanted.json) out(JSON.stringify({ rule: count.rule, unit: instance.unit, ...outcome }, undefined, 2));
  else say(instance, count, outcome, out);
  return 0;
};

interface Wanted {
  readonly file: string;
  readonly rule?: string | undefined;
  readonly step?: number | undefined;
  readonly seed?: string | undefined;
  readonly json: boolean;
}

function readArguments(args: string[]): Wanted | undefined {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        rule: { type: 'string' },
        step: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [file, ...others] = positionals;
    const step = values.step === undefined ? undefined : Number(values.step);
    const isRule = values.rule === undefined || named(values.rule) !== undefined;
    const isStep = step === undefined || (Number.isSafeInteger(step) && step > 0);
    if (file === undefined || others.length > 0 || !isRule || !isStep) return undefined;
    return { file, rule: values.rule, step, seed: values.seed, json: values.json };
  } catch {
    return undefined;
  }
}

/** `equal-shares/add1-comparison`, in its parts. */
function named(name: string): Pick<PabulibCount, 'rule' | 'comparison'> | undefined {
  const rule = pabulibRules.find(each => each === name.replace(/-comparison$/, ''));
  return rule && { rule, comparison: name.endsWith('-comparison') };
}

function countOf(instance: PabulibInstance, { rule, step }: Wanted): PabulibCount | undefined {
  const said = ruleOf(instance);
  const count = rule === undefined ? said : named(rule);
  const { threshold } = said ?? {};
  return (
    count && {
      ...count,
      ...(threshold !== undefined && { threshold }),
      ...(step !== undefined && { step: step * instance.unit }),
    }
  );
}

function say(instance: PabulibInstance, count: PabulibCount, outcome: Outcome, out: (line: string) => void): void {
  const { projects, votes, unit, budget, meta } = instance;
  const money = (amount: number): string => `${(amount / unit).toLocaleString('en')} ${meta.get('currency') ?? ''}`.trim();
  const byId = new Map(projects.map(project => [project.id, project]));
  const elected = electedIn(outcome);
  out(`${String(projects.length)} projects, ${String(votes.length)} votes, budget ${money(budget)}`);
  out(`Counted by ${count.rule}${count.comparison === true ? ', compared with greedy' : ''}. Elected: ${String(elected.length)}`);
  for (const id of elected) {
    const figure = outcome.figures.find(({ option }) => option === id);
    const { cost = 0, name = '' } = byId.get(id) ?? {};
    out(`  ${id.padEnd(8)} ${String(figure?.score ?? 0).padStart(8)}  ${money(cost).padStart(16)}  ${name}`.trimEnd());
  }
  out(`Spent ${money(outcome.spent ?? 0)}, left ${money(outcome.left ?? 0)}`);
  for (const { options = [], by } of outcome.steps.filter(({ kind }) => kind === 'tie')) {
    out(`A tie between ${options.join(', ')}: ${options[0] ?? ''} comes first by ${by?.value ?? ''}`);
  }
  const published = projects.filter(({ selected }) => selected === true).map(({ id }) => id);
  if (projects.every(({ selected }) => selected === undefined)) return;
  const [missing, more] = [published.filter(id => !elected.includes(id)), elected.filter(id => !published.includes(id))];
  out(
    missing.length + more.length === 0
      ? 'The file says the same were selected.'
      : `The file says otherwise: it has ${missing.join(', ') || 'none'} besides, and has not ${more.join(', ') || 'any of these'}.`,
  );
}
