import { elementPiece, linkPiece, placeholderPiece, policyPiece } from '../common-pieces.js';
import { headTags } from '../head.js';
import { headMarkup } from '../markup.js';
import { headNotes } from '../notes.js';
import type { System } from '../system.js';

/** A plugin of one file. It prints its tags, since WordPress enqueues modules from 6.5 on, and never with `data-` attributes. */
const plugin = (head: string): string => `<?php
/**
 * Plugin Name: Portico
 * Description: Widgets for civic participation.
 */
add_action(
	'wp_head',
	static function () {
		?>
${head}
		<?php
	}
);
`;

export const wordpress: System = {
  name: 'WordPress',
  certainty: 'tested',
  pieces: options => [
    {
      id: 'head',
      where: 'Once per site: a new file wp-content/mu-plugins/portico.php',
      code: plugin(headMarkup(headTags(options), '\t\t')),
      language: 'php',
      notes: [
        "In a theme's functions.php, leave out the first line.",
        'Tell plugins that join or delay scripts to leave the loader alone.',
        ...headNotes(options),
      ],
      optional: false,
    },
    linkPiece(options, {
      where: 'In the content: a Custom HTML block, or the text view of the classic editor',
      notes: ['An address alone on a line, without the link around it, is taken by WordPress for an embed of its own.'],
    }),
    placeholderPiece(options, { where: 'Instead of the link: the same places' }),
    elementPiece(options, {
      where: 'Instead of the link: a Custom HTML block by somebody with the right unfiltered_html',
      notes: ['For all others WordPress takes the element away and keeps the link inside it.'],
    }),
    policyPiece(options),
  ],
};
