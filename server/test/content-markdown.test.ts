import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Block } from '../../src/model/richtext.js';
import { normalForm } from '../src/content/markdown/normal-form.js';
import { readMarkdown } from '../src/content/markdown/read-markdown.js';
import { NotMarkdown, writeMarkdown } from '../src/content/markdown/write-markdown.js';
import { randomBlocks, seeded } from './support/random-richtext.js';

const p = (...children: Extract<Block, { type: 'paragraph' }>['children']): Block => ({ type: 'paragraph', children });

const read = (markdown: string): Block[] => {
  const { blocks, problems } = readMarkdown(markdown);
  assert.deepEqual(problems, []);
  return blocks;
};

const problemsOf = (markdown: string): string[] =>
  readMarkdown(markdown).problems.map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`);

describe('Markdown of the city', () => {
  it('reads paragraphs with marks, links and words of the glossary', () => {
    assert.deepEqual(
      read('Una **vera** _osservazione_ è\nun [contributo](term:osservazione), vedi\\\n[qui](https://comune.example/a).\n'),
      [
        p(
          'Una ',
          { type: 'strong', children: ['vera'] },
          ' ',
          { type: 'emphasis', children: ['osservazione'] },
          ' è un ',
          { type: 'term', term: 'osservazione', children: ['contributo'] },
          ', vedi',
          { type: 'break' },
          { type: 'link', href: 'https://comune.example/a', children: ['qui'] },
          '.',
        ),
      ],
    );
  });

  it('reads headings, nested lists and quotes', () => {
    assert.deepEqual(read('## Tempi\n\n1. uno\n   - dentro\n2. due\n\n> detto\n'), [
      { type: 'heading', level: 2, children: ['Tempi'] },
      {
        type: 'list',
        ordered: true,
        items: [[p('uno'), { type: 'list', ordered: false, items: [[p('dentro')]] }], [p('due')]],
      },
      { type: 'quote', blocks: [p('detto')] },
    ]);
  });

  it('reads a table with its caption, and a sentence that only looks like one', () => {
    const table = {
      type: 'table',
      head: [['Dove'], ['Quando']],
      rows: [[['Online'], [{ type: 'strong', children: ['sempre'] }]]],
    };
    const rows = '| Dove | Quando |\n| --- | --- |\n| Online | **sempre** |\n';
    assert.deepEqual(read(`Table: Dove e quando\n\n${rows}`), [{ ...table, caption: 'Dove e quando' }]);
    assert.deepEqual(read(`Table\\: Dove e quando\n\n${rows}`), [p('Table: Dove e quando'), table]);
    assert.deepEqual(read('Table: nothing follows\n'), [p('Table: nothing follows')]);
  });

  it('keeps every tree of 150 that were made at random', () => {
    const random = seeded(20261124);
    for (let round = 0; round < 150; round += 1) {
      const blocks = normalForm(randomBlocks(random));
      const markdown = writeMarkdown(blocks);
      assert.deepEqual(read(markdown), blocks, markdown);
    }
  });

  it('says so when a tree holds what Markdown cannot say', () => {
    assert.throws(() => writeMarkdown([{ type: 'table', head: [['a', { type: 'break' }, 'b']], rows: [] }]), NotMarkdown);
    assert.throws(() => writeMarkdown([p()]), NotMarkdown);
    assert.throws(() => writeMarkdown([p({ type: 'link', href: 'javascript:alert(1)', children: ['x'] })]), NotMarkdown);
  });
});

describe('what Markdown of the city may not hold, with line and column', () => {
  const cases: Record<string, [markdown: string, ...problems: RegExp[]]> = {
    'HTML as a block': ['ciao\n\n<script>alert(1)</script>\n', /^3:1 HTML is not allowed/],
    'HTML in a line': ['ciao <b>mondo</b>\n', /^1:6 HTML/, /^1:14 HTML/],
    'a comment': ['<!-- nota -->\n', /^1:1 HTML/],
    'a script as a link': ['a [b](javascript:alert(1)) c', /^1:3 'javascript:alert\(1\)' is not an address/],
    'a script as a link, hidden by blanks and references': [
      '[b](java&#x0A;script:alert(1))',
      /^1:1 'java\nscript:alert\(1\)' is not an address/,
    ],
    'data as a link': ['\n\n[b](data:text/html,x)', /^3:1 'data:text\/html,x' is not an address/],
    'a script as an address in angle brackets': ['<javascript:alert(1)>', /^1:1 .* is not an address/],
    'a link without an address': ['[b]()', /^1:1 '' is not an address/],
    'a link without words': ['[](https://comune.example)', /^1:1 the link has no words/],
    'a link with a title': ['[a](https://comune.example "b")', /^1:1 a link has words and an address and no title/],
    'a word of the glossary with an impossible id': ['[a](term:../b)', /^1:1 '\.\.\/b' cannot be the id/],
    'an address elsewhere': ['[a][b]\n\n[b]: https://comune.example\n', /^1:1 write the address/, /^3:1 write the address/],
    'an image': ['testo ![alt](https://comune.example/a.png)', /^1:7 images are not allowed/],
    'code in a line': ['il `codice`', /^1:4 code is not allowed/],
    'code as a block': ['    rientro\n', /^1:5 code is not allowed|^1:1 code is not allowed/],
    'code between marks': ['```\nx\n```\n', /^1:1 code is not allowed/],
    'a line across': ['a\n\n---\n', /^3:1 a line across/],
    'a heading that is too deep': ['##### e\n', /^1:1 a heading has at most 4/],
    'a heading without words': ['#\n', /^1:1 the heading has no words/],
    'a list that begins with 3': ['3. tre\n', /^1:1 a numbered list begins with 1/],
    'an empty item': ['- a\n-\n', /^2:1 the item of the list is empty/],
    'a row that is too long': ['| a | b |\n| - | - |\n| 1 | 2 | 3 |\n', /^3:1 the row has 3 cells, and the table 2 columns/],
    'aligned columns': ['| a |\n| :-: |\n| 1 |\n', /^1:1 how columns are aligned/],
    'marks in a caption': ['Table: a **b**\n\n| a |\n| - |\n| 1 |\n', /^1:1 the caption of a table is plain text/],
    'quotes without end': [`${'> '.repeat(40)}a`, /^1:27 lists and quotes are nested more than 12 levels deep/],
  };
  for (const [name, [markdown, ...expected]] of Object.entries(cases)) {
    it(name, () => {
      const found = problemsOf(markdown);
      assert.equal(found.length, expected.length, found.join('\n'));
      expected.forEach((pattern, index) => assert.match(found[index] ?? '', pattern));
    });
  }

  it('finds all problems of a text at once, in their order', () => {
    assert.deepEqual(
      problemsOf('<b>\n\n![a](b)\n\n- [x](vbscript:y)\n').map(problem => problem.split(' ')[0]),
      ['1:1', '3:1', '5:3'],
    );
  });

  it('is done within a moment with text that was made to be slow', () => {
    for (const evil of ['['.repeat(10_000), '*a_'.repeat(3_000), '> '.repeat(300), '![['.repeat(3_000), '`'.repeat(10_000)]) {
      const start = performance.now();
      readMarkdown(evil);
      const milliseconds = performance.now() - start;
      assert.ok(milliseconds < 10_000, `${evil.slice(0, 10)}… took ${milliseconds.toFixed(0)} ms`);
    }
  });
});
