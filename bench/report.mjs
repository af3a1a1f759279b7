const milliseconds = value => String(Math.round(value));

const columns = [
  ['entry', (figures, name) => name],
  ['pact ms', ({ paint }) => milliseconds(paint)],
  ['ratio', ({ ratio }) => ratio.median.toFixed(2)],
  ['min-max', ({ ratio }) => `${ratio.min.toFixed(2)}-${ratio.max.toFixed(2)}`],
  ['to preloaded', ({ toQuickest }) => toQuickest.median.toFixed(2)],
  ['FCP ms', ({ first }) => milliseconds(first)],
  ['CLS', ({ shift }) => shift.toFixed(3)],
  ['TBT ms', ({ blocked }) => milliseconds(blocked)],
  ['longest ms', ({ longest }) => milliseconds(longest)],
  ['files', ({ files }) => String(files)],
  ['sheets', ({ sheets }) => String(sheets)],
  ['late', ({ underWay }) => String(underWay)],
  ['kB', ({ bytes }) => (bytes / 1000).toFixed(1)],
  ['changed', ({ changed }) => String(changed)],
];

const padded = (text, width, first) => (first ? text.padEnd(width) : text.padStart(width));

/** The figures as a table of text, a line for each entry. */
export function table(figures) {
  const rows = Object.entries(figures).map(([name, values]) => columns.map(([, write]) => write(values, name)));
  const lines = [columns.map(([title]) => title), ...rows];
  const widths = columns.map((_, index) => Math.max(...lines.map(line => line[index].length)));
  return lines.map(line => line.map((text, index) => padded(text, widths[index], index === 0)).join('  ')).join('\n');
}

export const legend = [
  'pact: the first frame with title and text in brief. ratio: to the hand-written page of the same round, the median of all rounds;',
  'to preloaded: the same to the hand-written page whose head preloads the data.',
  'files: scripts, words and data that had come by then; sheets: style sheets; late: asked for and not needed for it.',
  'kB: over the wire until then, with the page itself.',
  'changed: how many of five elements of the page look different. CLS and changed are the worst of all rounds, the rest is medians.',
].join('\n');

const figure = value => (Number.isInteger(value) ? String(value) : value.toFixed(3));

/** Each limit with what was measured, those that broke last. */
export const verdict = limits =>
  [...limits]
    .sort((one, two) => two.kept - one.kept)
    .map(({ what, value, most, kept }) => `${kept ? 'kept  ' : 'BROKEN'}  ${what}: ${figure(value)}, at most ${figure(most)}`)
    .join('\n');
