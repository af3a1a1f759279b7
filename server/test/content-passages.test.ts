import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Block } from '../../src/model/richtext.js';
import { translations } from '../../src/model/translations.js';
import { describeProblem } from '../src/content/content-problem.js';
import { contentProblems } from '../src/content/content-problems.js';
import { readFiles } from '../src/content/folder/files.js';
import { readContent } from '../src/content/folder/read-content.js';
import { writeContent } from '../src/content/folder/write-content.js';
import { normalForm } from '../src/content/markdown/normal-form.js';
import { readPassages, writePassage } from '../src/content/markdown/passages.js';
import { NotMarkdown } from '../src/content/markdown/write-markdown.js';
import type { Content, DocumentContent, PassageContent } from '../src/content/schema.js';
import { content as invented } from './support/content.js';
import { longPlan, plan } from './support/plan.js';
import { randomBlocks, seeded } from './support/random-richtext.js';

const withPlan = (document: DocumentContent): Content => ({ ...invented, documents: [document] });

const withPassages = (passages: PassageContent[]): Content =>
  withPlan({ ...plan, versions: [{ number: 1, status: 'open', passages }] });

const part: PassageContent = { id: 'parte-1', kind: 'part', level: 1 };

const faultsOf = (passages: PassageContent[]): string[] =>
  contentProblems(withPassages(passages)).map(({ path, message }) => `${path.slice(5).join('/')}: ${message}`);

describe('passages in Markdown', () => {
  it('begin with a heading that names them, and hold what follows until the next such heading', () => {
    const { passages, problems } = readPassages(
      '# [Parte I] Il parco {#parte-1 .part no-observations}\n\n' +
        '## [Art. 1] Alberi & siepi {#art-1 .article changed-by=A-1,A-2}\n\nCento alberi.\n\n### Dove\n\nLungo i viali.\n\n' +
        '### [comma 1] {#art-1.1 .comma}\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      passages.map(({ heading, level, blocks, line }) => ({ heading, level, blocks: blocks.map(({ type }) => type), line })),
      [
        { heading: { id: 'parte-1', label: 'Parte I', title: 'Il parco', kind: 'part', observable: false }, level: 1, blocks: [], line: 1 },
        { heading: { id: 'art-1', label: 'Art. 1', title: 'Alberi & siepi', kind: 'article', changedBy: ['A-1', 'A-2'] }, level: 2, blocks: ['paragraph', 'heading', 'paragraph'], line: 3 },
        { heading: { id: 'art-1.1', label: 'comma 1', kind: 'comma' }, level: 3, blocks: [], line: 11 },
      ],
    ); // prettier-ignore
    assert.deepEqual(passages[1]?.blocks[1], { type: 'heading', level: 1, children: ['Dove'] });
  });

  const wrong: Record<string, [source: string, problem: RegExp]> = {
    'words before the first': ['Premessa.\n', /^1:1 the file begins with the heading of a passage/],
    'a heading whose id was forgotten': ['# A {#a .part}\n\n# B\n', /^3:1 the heading has no id/],
    'an id that no link can hold': ['# A {#a/../b .part}\n', /^1:1 the braces begin with the id/],
    'a mark that nobody knows': ['# A {#a .part obervable}\n', /^1:1 'obervable' is not known here/],
    'stressed words in the heading': ['# A *b* {#a .part}\n', /^1:1 the heading of a passage is plain text/],
    HTML: ['# A {#a .part}\n\n<b>x</b>\n', /^3:1 HTML is not allowed/],
  };
  for (const [name, [source, expected]] of Object.entries(wrong)) {
    it(`refuse ${name}`, () => {
      const problems = readPassages(source).problems.map(
        ({ line, column, message }) => `${String(line)}:${String(column)} ${message}`,
      );
      assert.match(problems.join('\n'), expected);
    });
  }

  it('come back as they were, whatever their titles and texts are made of', () => {
    const random = seeded(5);
    for (const title of [
      'a_b_',
      '*x*',
      '# #',
      '<b>',
      '2) a',
      'a \\ b',
      '&amp;',
      'x {y',
      '[a] b',
      'https://a.example',
      'المناخ',
      '`',
    ]) {
      const heading = { id: 'art-1.a', label: 'n. 1', title, kind: 'article' };
      const blocks = normalForm(randomBlocks(random)).filter(({ type }) => type !== 'heading');
      const [back] = readPassages(writePassage({ heading, level: 2, blocks })).passages;
      assert.deepEqual(back?.heading, heading);
      assert.deepEqual(back.blocks, blocks);
    }
  });

  it('are refused when they would not come back', () => {
    const blocks = (text: string): Block[] => [{ type: 'heading', level: 1, children: [text] }];
    for (const title of ['[a] b', 'a\nb', ' a', 'a ']) {
      assert.throws(() => writePassage({ heading: { id: 'a', title }, level: 1, blocks: [] }), NotMarkdown, title);
    }
    assert.throws(() => writePassage({ heading: { id: 'a', label: 'a]b' }, level: 1, blocks: [] }), NotMarkdown);
    assert.throws(() => writePassage({ heading: { id: 'a' }, level: 1, blocks: blocks('b {#c .article}') }), NotMarkdown);
    assert.throws(() => writePassage({ heading: { id: 'a' }, level: 6, blocks: blocks('too deep') }), NotMarkdown);
  });
});

describe('documents in the folder of a city', () => {
  it('come out as they went in, in all languages', () => {
    const files = writeContent(withPlan(plan), 'it');
    assert.deepEqual(
      [...files.keys()].filter(file => file.startsWith('documents/piano-parco/v2/')),
      [
        'version.yaml',
        '01-parte-1.it.md',
        '01-parte-1.en.md',
        '01-parte-1.plain.it.md',
        '02-allegato.it.md',
        '02-allegato.en.md',
      ].map(name => `documents/piano-parco/v2/${name}`),
    );
    const read = readContent(files);
    assert.ok(!('problems' in read), JSON.stringify(read));
    assert.deepEqual(read.content, withPlan(plan));
  });

  it('are split into files that an editor can open, also where one part has 3,000 passages', () => {
    const files = writeContent(withPlan(longPlan(3000)), 'it');
    const sizes = [...files].filter(([file]) => file.startsWith('documents/')).map(([, text]) => Buffer.byteLength(text));
    assert.ok(sizes.length > 20 && Math.max(...sizes) < 256 * 1024, sizes.join(' '));
    const read = readContent(files);
    assert.ok(!('problems' in read));
    assert.deepEqual(read.content, withPlan(longPlan(3000)));
  });

  it('do not become a file for each article where nothing lies in anything else', () => {
    const flat = Array.from({ length: 200 }, (_, index): PassageContent => ({
      ...part,
      id: `art-${String(index)}`,
      kind: 'article',
    }));
    const files = writeContent(withPassages(flat), 'it');
    assert.equal([...files.keys()].filter(file => file.startsWith('documents/piano-parco/v1/')).length, 2);
  });

  it('need a file in the language of the city', () => {
    const files = new Map(writeContent(withPlan(plan), 'it'));
    files.delete('documents/piano-parco/v1/02-allegato.it.md');
    const read = readContent(files);
    assert.ok('problems' in read);
    assert.match(read.problems.map(describeProblem).join(), /v1\/02-allegato\.en\.md:1:1: there is no 02-allegato\.it\.md/);
  });

  it('hold the invented plan of the example, which says of itself that it is invented', async () => {
    const read = readContent((await readFiles('example/milano')).files);
    assert.ok(!('problems' in read));
    const [document] = read.content.documents ?? [];
    const [first, second, third] = document?.versions ?? [];
    assert.ok(first && second && second.passages.length >= 40);
    assert.deepEqual([first.status, second.status, third?.status], ['superseded', 'open', 'draft']);
    assert.match(JSON.stringify(document?.summary), /invented/);
    assert.match(JSON.stringify(second.passages[0]), /invented/);
    const ids = new Set(second.passages.map(({ id }) => id));
    assert.ok(first.passages.every(({ id }) => ids.has(id)));
    assert.ok(third?.passages.some(({ changedBy = [] }) => changedBy.length > 0));
  });

  const folder = 'documents/proposta-piano-aria-clima';
  const change = (file: string, wanted: string, by: string) => async (): Promise<string[]> => {
    const files = new Map((await readFiles('example/milano')).files);
    const source = files.get(file) ?? '';
    assert.ok(source.includes(wanted), `no ${wanted} in ${file}`);
    files.set(file, source.replace(wanted, by));
    const read = readContent(files);
    return 'problems' in read ? read.problems.map(describeProblem) : [];
  };
  const slips: Record<string, [problems: () => Promise<string[]>, expected: RegExp]> = {
    'an unknown process': [change(`${folder}/document.yaml`, 'process: piano', 'process: plano'), /document\.yaml:1:10: there is no process/],
    'two open versions': [change(`${folder}/v1/version.yaml`, 'superseded', 'open'), /v2\/version\.yaml:1:9: version 1 is open too/],
    'a slip in the kind of a passage': [change(`${folder}/v2/02-parte-1.it.md`, '.article', '.artcle'), /02-parte-1\.it\.md:3:1: 'artcle' is none of/],
    'no kind': [change(`${folder}/v2/02-parte-1.it.md`, ' .article', ''), /02-parte-1\.it\.md:3:1: the passage needs its kind/],
    'an id twice': [change(`${folder}/v2/02-parte-1.it.md`, '#art-3.2 ', '#art-3.1 '), /02-parte-1\.it\.md:\d+:1: there are two with the id 'art-3.1'/],
    'an id that was written otherwise before': [change(`${folder}/v2/06-parte-5.it.md`, '#art-28 ', '#Art-28 '), /'art-28'/],
    'a passage that only the translation has': [change(`${folder}/v2/02-parte-1.en.md`, '#art-1}', '#art-99}'), /02-parte-1\.en\.md:3:1: the file in the city’s language has no passage 'art-99'/],
    'another level in the translation': [change(`${folder}/v2/02-parte-1.en.md`, '## Aims', '### Aims'), /02-parte-1\.en\.md:3:1: 'art-1' has 2 # marks/],
    'a kind in the translation': [change(`${folder}/v2/02-parte-1.en.md`, '{#art-1}', '{#art-1 .article}'), /here only \{#id\}/],
    'a file with another name': [change('city.yaml', '  - proposta-piano-aria-clima', '  - proposta'), /'proposta-piano-aria-clima' is missing from the list/],
  }; // prettier-ignore
  for (const [name, [problems, expected]] of Object.entries(slips)) {
    it(`say where there is ${name}`, async () => {
      assert.match((await problems()).join('\n'), expected);
    });
  }
});

describe('what a document may not say', () => {
  it('the same id with other capitals in another version', () => {
    const faults = contentProblems(
      withPlan({
        ...plan,
        versions: [
          { number: 1, status: 'draft', passages: [part] },
          { number: 2, status: 'draft', passages: [{ ...part, id: 'Parte-1' }] },
        ],
      }),
    );
    assert.match(faults.map(({ message }) => message).join(), /'Parte-1' is 'parte-1' in an earlier version/);
  });

  it('a first passage that lies in another, a word of a glossary, or a title that no file can hold', () => {
    assert.match(faultsOf([{ ...part, level: 2 }]).join(), /^0\/level: the first passage must have one #/);
    const term: Block = { type: 'paragraph', children: [{ type: 'term', term: 'x', children: ['x'] }] };
    assert.match(faultsOf([{ ...part, body: { lang: 'it', blocks: [term] } }]).join(), /^0\/body: a document has no glossary/);
    assert.match(faultsOf([{ ...part, title: translations({ it: '[a] b' }) }]).join(), /^0\/body: Markdown cannot hold/);
    assert.match(faultsOf([{ ...part, changedBy: ['a b'] }]).join(), /^0\/changedBy\/0: /);
  });
});
