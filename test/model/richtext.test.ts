import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { plainParagraphs, richTextSchema } from '../../src/model/richtext.js';

const paragraph = (...children: unknown[]): unknown => ({ lang: 'it', blocks: [{ type: 'paragraph', children }] });

describe('richtext', () => {
  it('keeps markup as text', () => {
    const text = v.parse(richTextSchema, paragraph('<img src=x onerror=alert(1)>'));
    expect(plainParagraphs(text.blocks)).to.deep.equal(['<img src=x onerror=alert(1)>']);
  });

  for (const href of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' \njavascript:alert(1)',
    'data:text/html,x',
  ]) {
    it(`takes the address ${JSON.stringify(href)} away and keeps the words`, () => {
      const text = v.parse(richTextSchema, paragraph({ type: 'link', href, children: ['qui'] }));
      expect(JSON.stringify(text)).not.to.contain('href');
      expect(plainParagraphs(text.blocks)).to.deep.equal(['qui']);
    });
  }

  it('refuses a block that it does not know', () => {
    expect(v.safeParse(richTextSchema, { lang: 'it', blocks: [{ type: 'script', children: [] }] }).success).to.equal(false);
  });
});
