import { embedAddress } from '../addresses.js';
import { linkText } from '../content.js';
import { elementPiece, linkPiece, placeholderPiece, policyPiece } from '../common-pieces.js';
import { markdownText } from '../escape.js';
import { headTags } from '../head.js';
import { headMarkup } from '../markup.js';
import { aloneNote, elementNote, headNotes } from '../notes.js';
import { oneFile } from '../one-file.js';
import type { System } from '../system.js';

export const staticSite: System = {
  name: 'Static site, or HTML of your own',
  certainty: 'own',
  pieces: options => {
    const { head, content } = oneFile(options);
    return [
      {
        id: 'head',
        where: 'Once per site: in the head of the page template',
        code: headMarkup(headTags(options)),
        language: 'html',
        notes: headNotes(options),
        optional: false,
      },
      linkPiece(options, { where: 'In the page' }),
      {
        id: 'markdown',
        where: 'Instead of the link: in a Markdown file, in a paragraph of its own',
        code: `[${markdownText(linkText(options))}](${embedAddress(options)})`,
        language: 'markdown',
        notes: [aloneNote],
        optional: true,
      },
      placeholderPiece(options, { where: 'Instead of the link: in the page' }),
      elementPiece(options, { where: 'Instead of the link: in the page' }),
      {
        id: 'one-file-head',
        where: 'Without the loader, instead of all above: in the head of the one page that has the widget',
        code: head,
        language: 'html',
        notes: ['The quickest first view: the data and the one file of the widget are fetched at the same time.'],
        optional: true,
      },
      {
        id: 'one-file',
        where: 'Without the loader, instead of all above: in that page',
        code: content,
        language: 'html',
        notes: [elementNote],
        optional: true,
      },
      policyPiece(options),
    ];
  },
};
