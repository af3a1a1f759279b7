import type { Figures } from './load.js';

export interface Row {
  what: string;
  engine: string;
  /** One for each round. */
  rounds: Figures[];
  /** Throughput as a part of the bare route's in the same round. */
  ratios?: number[];
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** The rows as a Markdown table: medians of the rounds, and all errors. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ what, engine, rounds, ratios }) => [
    what,
    engine,
    String(Math.round(median(rounds.map(({ perSecond }) => perSecond)))),
    ratios ? median(ratios).toFixed(2) : '',
    median(rounds.map(({ p50 }) => p50)).toFixed(1),
    median(rounds.map(({ p99 }) => p99)).toFixed(1),
    String(rounds.reduce((sum, { errors }) => sum + errors, 0)),
  ]);
  const head = ['what', 'on', 'a second', 'to bare', 'p50 ms', 'p99 ms', 'errors'];
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map(line => line[column]?.length ?? 0)));
  const written = (line: readonly string[]): string => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [written(head), written(widths.map(width => '-'.repeat(width))), ...lines.map(written)].join('\n');
}
