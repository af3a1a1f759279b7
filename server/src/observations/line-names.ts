import type { ContentsLine } from '../../../src/model/document.js';

/** What people call each line of a table of contents: 'Art. 3 – Trees', and 'Art. 7, comma 1' for a paragraph without a title. */
export function lineNames(
  lines: readonly Pick<ContentsLine, 'id' | 'level' | 'label' | 'title'>[],
): { id: string; name: string }[] {
  const above: (typeof lines)[number][] = [];
  return lines.map(line => {
    while ((above.at(-1)?.level ?? 0) >= line.level) above.pop();
    const outer = line.title ? undefined : above.at(-1)?.label?.text;
    above.push(line);
    const place = [outer, line.label?.text].filter(part => part !== undefined).join(', ');
    const name = [place, line.title?.text].filter(part => part !== undefined && part !== '').join(' – ');
    return { id: line.id, name: name === '' ? line.id : name };
  });
}
