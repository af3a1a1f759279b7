import { readFileSync } from 'node:fs';
import { filesIn } from '../files-in.mjs';

/** The first sentence of a document that is prose: neither its title nor a table. */
function firstSentence(markdown) {
  const paragraph = markdown.split(/\n\s*\n/).find(text => /^\w/.test(text)) ?? '';
  return /^.*?[.:](?=\s|$)/.exec(paragraph.replace(/\s+/g, ' '))?.[0].replace(/:$/, '.') ?? '';
}

/** The documents that go out with the package, with their titles and what they begin with. */
export const documents = () =>
  filesIn('docs', /^[^/]+\.md$/).map(path => {
    const markdown = readFileSync(`docs/${path}`, 'utf8');
    return { path: `../docs/${path}`, title: /^# (.+)$/m.exec(markdown)[1], text: firstSentence(markdown) };
  });
