import { elementPiece, linkPiece, placeholderPiece, policyPiece } from '../common-pieces.js';
import { headTags } from '../head.js';
import { headMarkup } from '../markup.js';
import { headNotes } from '../notes.js';
import type { System } from '../system.js';

export const joomla: System = {
  name: 'Joomla',
  certainty: 'tested',
  pieces: options => [
    {
      id: 'head',
      where: 'Once per site: in index.php of a child template, before </head>',
      code: headMarkup(headTags(options)),
      language: 'html',
      notes: ['Many templates have a field for code in the head; it does as well.', ...headNotes(options)],
      optional: false,
    },
    linkPiece(options, { where: 'In the content: the code view of the editor' }),
    placeholderPiece(options, { where: 'Instead of the link: the code view of the editor' }),
    elementPiece(options, {
      where: "Instead of the link: by somebody whose user group has 'No Filtering'",
      notes: ['For all others Joomla takes away every tag with a hyphen, whatever its list of allowed tags says.'],
    }),
    policyPiece(options),
  ],
};
