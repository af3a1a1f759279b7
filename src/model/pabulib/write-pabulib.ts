import type { PabulibInstance } from './pabulib.js';

/** A cell, in quotation marks where it needs them. */
const cell = (text: string): string => (/[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const row = (cells: readonly string[]): string => cells.map(cell).join(';');

/**
 * Writes a file that `readPabulib` reads as this, and other programs too. Votes are numbered as they stand; whoever publishes them has mixed
 * them before.
 */
export function writePabulib({ meta, voteType, budget, unit, projects, votes }: PabulibInstance): string {
  const money = (amount: number): string =>
    unit === 1 || amount % unit === 0
      ? String(amount / unit)
      : `${String(Math.floor(amount / unit))}.${String(amount % unit).padStart(2, '0')}`;
  const said = new Map([
    ...meta,
    ['num_projects', String(projects.length)],
    ['num_votes', String(votes.length)],
    ['budget', money(budget)],
    ['vote_type', voteType],
  ]);
  const hasPoints = voteType === 'cumulative' || voteType === 'scoring';
  const isRanking = voteType === 'ordinal';
  const columns = optionalColumns.filter(({ of }) => projects.some(project => of(project) !== undefined));
  return [
    'META',
    'key;value',
    ...[...said].map(([key, value]) => row([key, value])),
    'PROJECTS',
    row(['project_id', 'cost', ...columns.map(({ name }) => name)]),
    ...projects.map(project => row([project.id, money(project.cost), ...columns.map(({ of }) => of(project) ?? '')])),
    'VOTES',
    row(['voter_id', 'vote', ...(hasPoints ? ['points'] : [])]),
    ...votes.map(({ choice, points = [] }, index) => {
      const order = choice.map((_, at) => at);
      // The format wants decreasing points; a ranking is in its order already.
      if (hasPoints) order.sort((one, other) => (points[other] ?? 0) - (points[one] ?? 0));
      else if (!isRanking) order.sort((one, other) => ((choice[one] ?? '') < (choice[other] ?? '') ? -1 : 1));
      const list = (of: (at: number) => string): string => order.map(of).join(',');
      return row([String(index + 1), list(at => choice[at] ?? ''), ...(hasPoints ? [list(at => String(points[at] ?? 0))] : [])]);
    }),
    '',
  ].join('\n');
}

type Project = PabulibInstance['projects'][number];

const optionalColumns: readonly { name: string; of: (project: Project) => string | undefined }[] = [
  { name: 'votes', of: ({ votes }) => votes?.toString() },
  { name: 'score', of: ({ score }) => score?.toString() },
  { name: 'name', of: ({ name }) => name },
  { name: 'category', of: ({ category }) => category },
  { name: 'district', of: ({ district }) => district },
  { name: 'selected', of: ({ selected }) => (selected === undefined ? undefined : selected ? '1' : '0') },
];
