import { elementPiece, linkPiece, placeholderPiece, policyPiece } from '../common-pieces.js';
import { headTags } from '../head.js';
import { headMarkup } from '../markup.js';
import { headNotes } from '../notes.js';
import type { System } from '../system.js';

const typoScript = (head: string): string => `page.headerData.1848 = TEXT
page.headerData.1848.value (
${head}
)
`;

export const typo3: System = {
  name: 'TYPO3',
  certainty: 'tested',
  pieces: options => [
    {
      id: 'head',
      where: 'Once per site: in the TypoScript setup of the site package or the root template',
      code: typoScript(headMarkup(headTags(options), '  ')),
      language: 'text',
      notes: ['Take another number where 1848 is in use.', ...headNotes(options)],
      optional: false,
    },
    linkPiece(options, {
      where: 'In the content: the source view of the text editor',
      notes: ['The filter keeps the class and takes inline styles away.'],
    }),
    placeholderPiece(options, {
      where: 'Instead of the link: the source view of the text editor',
      notes: ['The filter keeps it; the editor itself must be allowed to keep a div with data- attributes.'],
    }),
    elementPiece(options, {
      where: "Instead of the link: a content element 'Plain HTML'",
      notes: ['In a text element the filter shows the tag as text to everybody.'],
    }),
    policyPiece(options),
  ],
};
