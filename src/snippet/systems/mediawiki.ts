import { embedAddress } from '../addresses.js';
import { linkText, placeholder } from '../content.js';
import { policyPiece } from '../common-pieces.js';
import { jsonString, wikiText } from '../escape.js';
import { headTags } from '../head.js';
import type { HeadTag } from '../markup.js';
import { aloneNote, headNotes } from '../notes.js';
import type { SnippetOptions } from '../options.js';
import type { System } from '../system.js';

/** Code that puts the tags into the head, in the JavaScript that wikis since 1.39 take. */
function commonJs(tags: readonly HeadTag[]): string {
  const calls = tags.map(({ name, attributes }) => {
    const pairs = Object.entries(attributes).map(([attribute, value]) => `\t\t${jsonString(attribute)}: ${jsonString(value)}`);
    return `\tadd( ${jsonString(name)}, {\n${pairs.join(',\n')}\n\t} );`;
  });
  return `( function () {
	function add( name, attributes ) {
		var element = document.createElement( name );
		Object.keys( attributes ).forEach( function ( attribute ) {
			element.setAttribute( attribute, attributes[ attribute ] );
		} );
		document.head.appendChild( element );
	}
${calls.join('\n')}
}() );
`;
}

const externalLink = (options: SnippetOptions): string => `[${embedAddress(options)} ${wikiText(linkText(options))}]`;

export const mediawiki: System = {
  name: 'MediaWiki',
  certainty: 'tested',
  pieces: options => [
    {
      id: 'head',
      where: 'Once per wiki: at the end of the page MediaWiki:Common.js',
      code: commonJs(headTags(options)),
      language: 'javascript',
      notes: [
        'Only interface administrators can change that page. An extension for the head does as well.',
        ...headNotes(options),
      ],
      optional: false,
    },
    {
      id: 'content',
      where: 'In the page: wikitext, with a blank line before and after',
      code: externalLink(options),
      language: 'wikitext',
      notes: [aloneNote, 'The wiki gives the link classes of its own.'],
      optional: false,
    },
    {
      id: 'placeholder',
      where: 'Instead of the link: wikitext that may stand anywhere in the page',
      code: placeholder(options, externalLink(options)),
      language: 'wikitext',
      notes: ['A wiki shows the tag of the element as text, so there is no element for MediaWiki.'],
      optional: true,
    },
    policyPiece(options),
  ],
};
