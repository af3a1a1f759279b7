import { expect } from '@open-wc/testing';
import { passageChanges } from '../../src/model/document-changes.js';
import type { Passage } from '../../src/model/document.js';

const passage = (id: string, words: string, title?: string): Passage => ({
  id,
  kind: { value: 'article' },
  level: 1,
  observations: 0,
  observable: true,
  changedBy: [],
  ...(title !== undefined && { title: { lang: 'it', text: title } }),
  body: { lang: 'it', blocks: [{ type: 'paragraph', children: [words] }] },
});

describe('passageChanges', () => {
  it('finds what was changed, added and removed, in the order of the newer text', () => {
    const before = [passage('a', 'uno'), passage('b', 'due'), passage('c', 'tre')];
    const after = [passage('n', 'nuovo'), passage('a', 'uno'), passage('c', 'tre e mezzo')];
    expect(passageChanges(before, after)).to.deep.equal([
      { passage: after[0], after: ['nuovo'] },
      { passage: after[2], before: ['tre'], after: ['tre e mezzo'] },
      { passage: before[1], before: ['due'] },
    ]);
  });

  it('takes a passage that only moved for the same', () => {
    const [a, b] = [passage('a', 'uno'), passage('b', 'due')];
    expect(passageChanges([a, b], [b, a])).to.deep.equal([]);
  });

  it('sees a new title, and not new plain words', () => {
    const before = passage('a', 'uno', 'Finalità');
    const plain = { lang: 'it', blocks: [] };
    expect(passageChanges([before], [{ ...before, plain }])).to.deep.equal([]);
    const [change] = passageChanges([before], [passage('a', 'uno', 'Scopi')]);
    expect(change?.before?.[0]).to.equal('Finalità');
    expect(change?.after?.[0]).to.equal('Scopi');
  });
});
