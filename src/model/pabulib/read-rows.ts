/** A line of a file, in its cells. */
export interface Row {
  /** Counted from 1; of a row that goes over several lines the first. */
  readonly line: number;
  readonly cells: readonly string[];
  /** As it stands there. */
  readonly source: string;
}

/** The rows of a text whose cells are parted by `;` and can stand in quotation marks, doubled within. Empty lines are left out. */
export function readRows(text: string): Row[] {
  const lines = text.split(/\r\n|\n|\r/);
  const rows: Row[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = at + 1;
    let source = lines[at] ?? '';
    if (source.trim() === '') continue;
    if (!source.includes('"')) {
      rows.push({ line, cells: source.split(';').map(cell => cell.trim()), source });
      continue;
    }
    let cells = quotedCells(source);
    // A line break within quotation marks belongs to the cell.
    while (!cells && at + 1 < lines.length) {
      at += 1;
      source += `\n${lines[at] ?? ''}`;
      cells = quotedCells(source);
    }
    rows.push({ line, cells: cells ?? source.split(';'), source });
  }
  return rows;
}

/** Nothing when a quotation mark is open at the end. One in the middle of a cell is a letter like any other. */
function quotedCells(source: string): string[] | undefined {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at] ?? '';
    if (letter === '"' && quoted && source[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (letter === ';' && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return quoted ? undefined : [...cells, cell.trim()];
}
