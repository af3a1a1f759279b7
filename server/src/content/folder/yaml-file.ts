import { LineCounter, parseDocument, visit, type Node } from 'yaml';
import type { ContentProblem, Place } from '../content-problem.js';

/** A file in YAML, read so far that each of its nodes knows where it stands. */
export interface YamlFile {
  file: string;
  root: Node | null;
  place(node: { range?: readonly number[] | null | undefined } | null | undefined): Place;
}

/**
 * Reads YAML 1.2 without what can do harm: references to other nodes (a few lines of them can stand for gigabytes), tags, and several
 * documents in one file.
 */
export function readYaml(file: string, source: string): { yaml?: YamlFile; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  let document;
  try {
    document = parseDocument(source, { lineCounter: lines, prettyErrors: false, schema: 'core', merge: false, uniqueKeys: true });
    visit(document, {
      Alias: (_key, node) => {
        const message = `references such as *${node.source} are not allowed: write the text again`;
        problems.push({ ...placeAt(node.range?.[0] ?? 0), message });
      },
    });
  } catch (error) {
    // The parser calls itself for each level, and a file with ten thousand of them ends its stack.
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ ...placeAt(0), message: 'is nested too deeply' }] };
  }
  for (const { pos, message } of [...document.errors, ...document.warnings]) {
    problems.push({ ...placeAt(pos[0]), message: `is not valid YAML: ${message}` });
  }
  if (problems.length > 0) return { problems };
  const yaml: YamlFile = { file, root: document.contents, place: node => placeAt(node?.range?.[0] ?? 0) };
  return { yaml, problems };
}
