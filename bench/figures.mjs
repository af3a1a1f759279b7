import { baseline, quickest } from './entries.mjs';

/** The middle one; of an even count, the mean of the two in the middle. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * One entry against another, round by round: what the machine was doing meanwhile slowed both.
 *
 * @param rounds - Records by entry, for each round.
 */
export function ratio(rounds, name, other) {
  const all = rounds.map(round => round[name].paint / round[other].paint);
  return { median: median(all), min: Math.min(...all), max: Math.max(...all) };
}

/** What became of an entry in all rounds: medians, and the worst of what must never happen. */
export function summary(rounds, name) {
  const all = figure => rounds.map(round => round[name][figure]);
  return {
    paint: median(all('paint')),
    ratio: ratio(rounds, name, baseline),
    toQuickest: ratio(rounds, name, quickest),
    first: median(all('first')),
    longest: median(all('longest')),
    blocked: median(all('blocked')),
    files: median(all('files')),
    sheets: median(all('sheets')),
    underWay: median(all('underWay')),
    bytes: median(all('bytes')),
    shift: Math.max(...all('shift')),
    changed: Math.max(...all('changed')),
  };
}
