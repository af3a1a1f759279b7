import {
  withdrawnCost,
  type PabulibFault,
  type PabulibInstance,
  type PabulibProject,
  type PabulibVote,
  type PabulibVoteType,
} from './pabulib.js';
import { readRows, type Row } from './read-rows.js';

const sectionNames = ['META', 'PROJECTS', 'VOTES'] as const;

type SectionName = (typeof sectionNames)[number];

/** A section: what its columns are called, and its rows. Files have their columns in any order. */
class Section {
  readonly rows: Row[] = [];
  private _columns: ReadonlyMap<string, number> = new Map();

  constructor(readonly line: number) {}

  add(row: Row): void {
    if (this._columns.size > 0) this.rows.push(row);
    else this._columns = new Map(row.cells.map((name, index) => [name.toLowerCase(), index]));
  }

  has(name: string): boolean {
    return this._columns.has(name);
  }

  /** What a row has in a column; nothing for what files write where they have nothing. */
  cell({ cells }: Row, name: string): string | undefined {
    const text = cells[this._columns.get(name) ?? -1];
    return text === undefined || text === '' || text.toLowerCase() === 'none' ? undefined : text;
  }
}

/**
 * Reads a file as cities really write it: with or without a byte order mark, columns in any order, decimals with a comma, quotation marks,
 * projects that were withdrawn and have a cost of 999,999,999 (they are left out, and votes for them say nothing of them).
 *
 * @returns The budget, or everything for which a person has to look at the file.
 */
export function readPabulib(text: string): { instance: PabulibInstance } | { faults: PabulibFault[] } {
  const reader = new Reader(text.replace(/^\uFEFF/, ''));
  const instance = reader.read();
  return instance && reader.faults.length === 0 ? { instance } : { faults: reader.faults };
}

class Reader {
  readonly faults: PabulibFault[] = [];
  private readonly _sections = new Map<SectionName, Section>();

  constructor(text: string) {
    let section: Section | undefined;
    for (const row of readRows(text)) {
      const name = row.cells.length === 1 ? sectionNames.find(each => each === row.cells[0]?.toUpperCase()) : undefined;
      if (name) this._sections.set(name, (section = new Section(row.line)));
      else if (section) section.add(row);
      else this._fault(row, 'stands before the section META');
    }
  }

  read(): PabulibInstance | undefined {
    const missing = sectionNames.filter(name => !this._sections.has(name));
    for (const name of missing) this._fault({ line: 1 }, `the section ${name} is missing`);
    const [meta, projects, votes] = sectionNames.map(name => this._sections.get(name));
    if (!meta || !projects || !votes) return undefined;
    const said = this._meta(meta);
    const unit = this._unit(said, projects);
    const voteType = this._voteType(said, meta);
    const budget = this._money({ line: meta.line }, said.get('budget'), unit, 'budget');
    const found = this._projects(projects, unit);
    const known = new Set(found.map(({ id }) => id));
    const withdrawn = this._withdrawn(projects);
    if (!voteType || budget === undefined) return undefined;
    return { meta: said, voteType, budget, unit, projects: found, votes: this._votes(votes, voteType, known, withdrawn) };
  }

  private _meta(section: Section): Map<string, string> {
    const meta = new Map<string, string>();
    for (const { cells, source } of section.rows) {
      const [key = '', value = '', ...more] = cells;
      // Free text often has the sign that parts cells, and no quotation marks around it.
      meta.set(key, more.length === 0 ? value : source.slice(source.indexOf(';') + 1).trim());
    }
    return meta;
  }

  /** Hundredths when any amount has decimals, so that every amount is whole. */
  private _unit(meta: ReadonlyMap<string, string>, projects: Section): 1 | 100 {
    const amounts = [meta.get('budget'), ...projects.rows.map(row => projects.cell(row, 'cost'))];
    return amounts.some(amount => amount !== undefined && /[.,]\d*[1-9]\d*$/.test(amount)) ? 100 : 1;
  }

  private _voteType(meta: ReadonlyMap<string, string>, { line }: Section): PabulibVoteType | undefined {
    const types: readonly PabulibVoteType[] = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'];
    const type = types.find(each => each === meta.get('vote_type')?.toLowerCase());
    if (!type) this._fault({ line }, `vote_type is '${meta.get('vote_type') ?? ''}', and must be one of ${types.join(', ')}`);
    return type;
  }

  private _projects(section: Section, unit: 1 | 100): PabulibProject[] {
    for (const column of ['project_id', 'cost']) {
      if (!section.has(column)) this._fault(section, `PROJECTS has no column ${column}`);
    }
    const seen = new Set<string>();
    return section.rows.flatMap(row => {
      const id = section.cell(row, 'project_id');
      if (id === undefined) {
        this._fault(row, 'a project without project_id');
        return [];
      }
      if (seen.has(id)) this._fault(row, `the project ${id} is there twice`);
      seen.add(id);
      const cost = this._money(row, section.cell(row, 'cost'), unit, `cost of ${id}`);
      if (cost === undefined || cost === withdrawnCost * unit) return [];
      const selected = section.cell(row, 'selected');
      const votes = wholeIn(section.cell(row, 'votes'));
      const score = wholeIn(section.cell(row, 'score'));
      return [
        {
          id,
          cost,
          name: section.cell(row, 'name'),
          ...(votes !== undefined && { votes }),
          ...(score !== undefined && { score }),
          ...(selected !== undefined && { selected: selected === '1' || selected === '2' }),
          category: section.cell(row, 'category'),
          district: section.cell(row, 'district') ?? section.cell(row, 'neighborhood'),
        },
      ];
    });
  }

  private _withdrawn(section: Section): ReadonlySet<string> {
    const rows = section.rows.filter(row => Number(section.cell(row, 'cost')) === withdrawnCost);
    return new Set(rows.flatMap(row => section.cell(row, 'project_id') ?? []));
  }

  private _votes(
    section: Section,
    type: PabulibVoteType,
    known: ReadonlySet<string>,
    withdrawn: ReadonlySet<string>,
  ): PabulibVote[] {
    if (!section.has('vote')) this._fault(section, 'VOTES has no column vote');
    const hasPoints = type === 'cumulative' || type === 'scoring';
    if (hasPoints && !section.has('points')) this._fault(section, `VOTES has no column points, and vote_type is ${type}`);
    return section.rows.map(row => {
      const ids = listIn(section.cell(row, 'vote'));
      const given = hasPoints ? listIn(section.cell(row, 'points')).map(wholeIn) : [];
      const unknown = ids.find(id => !known.has(id) && !withdrawn.has(id));
      if (unknown !== undefined) this._fault(row, `a vote for ${unknown}, which is no project`);
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      if (twice !== undefined) this._fault(row, `a vote names ${twice} twice`);
      if (hasPoints && (given.length !== ids.length || given.includes(undefined))) {
        this._fault(
          row,
          `the points '${section.cell(row, 'points') ?? ''}' do not fit the vote; they must be whole, 0 or more, one for each project`,
        );
      }
      const counts = ids.map((id, index) => ({ id, points: given[index] ?? 0 })).filter(({ id }) => known.has(id));
      const choice = counts.map(({ id }) => id);
      return hasPoints ? { choice, points: counts.map(({ points }) => points) } : { choice };
    });
  }

  private _money(row: { line: number }, amount: string | undefined, unit: 1 | 100, what: string): number | undefined {
    const [, whole, part = ''] = /^(\d+)(?:[.,](\d+))?$/.exec(amount ?? '') ?? [];
    const rest = part.replace(/0+$/, '');
    const value =
      whole === undefined || rest.length > 2 ? NaN : Number(whole) * unit + (unit === 100 ? Number(rest.padEnd(2, '0')) : 0);
    if (Number.isSafeInteger(value)) return value;
    this._fault(row, `the ${what} is '${amount ?? ''}', and must be an amount of money`);
    return undefined;
  }

  private _fault({ line }: { line: number }, message: string): void {
    this.faults.push({ line, message });
  }
}

const listIn = (cell: string | undefined): string[] =>
  cell === undefined
    ? []
    : cell
        .split(',')
        .map(item => item.trim())
        .filter(item => item !== '');

/** A whole number, 0 or more, also when it is written as `3.0` or `3,0`. */
function wholeIn(cell: string | undefined): number | undefined {
  const [, whole] = /^(\d+)(?:[.,]0+)?$/.exec(cell ?? '') ?? [];
  return whole === undefined ? undefined : Number(whole);
}
