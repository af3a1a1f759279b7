/** A place in a file of the city's folder, as editors count: lines and columns begin with 1. */
export interface Place {
  /** Path inside the folder, with `/` between names. */
  file: string;
  line: number;
  column: number;
}

/** One thing that is wrong with a file, and where. */
export interface ContentProblem extends Place {
  message: string;
}

/** `processes/aria.yaml:3:5: must be a day such as 2026-05-31`, which editors and terminals make into a link. */
export function describeProblem({ file, line, column, message }: ContentProblem): string {
  return `${file}:${String(line)}:${String(column)}: ${message}`;
}
