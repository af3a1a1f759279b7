import { elementPiece, linkPiece, placeholderPiece, policyPiece } from '../common-pieces.js';
import { releaseAddress } from '../addresses.js';
import { jsonString } from '../escape.js';
import { headTags } from '../head.js';
import { headMarkup, type HeadTag } from '../markup.js';
import { headNotes, releaseNote } from '../notes.js';
import type { SnippetOptions } from '../options.js';
import type { System } from '../system.js';

/** A client extension for one file. Only scripts can have attributes there. */
function extension({ name, attributes }: HeadTag, base: string, index: number): string[] {
  const file = (attributes['href'] ?? attributes['src'] ?? '').slice(base.length);
  const isScript = name === 'script';
  const others = Object.entries(attributes).filter(([attribute]) => attribute !== 'src');
  return [
    `portico-${isScript ? 'loader' : `styles-${String(index + 1)}`}:`,
    `  name: Portico ${isScript ? 'loader' : file}`,
    `  type: ${isScript ? 'globalJS' : 'globalCSS'}`,
    `  baseURL: ${jsonString(base.replace(/\/$/, ''))}`,
    `  url: ${jsonString(file)}`,
    ...(isScript
      ? [
          '  scriptElementAttributes:',
          // Liferay changes pages without loading them anew; the loader stays and watches.
          '    data-senna-track: "permanent"',
          ...others.map(([attribute, value]) => `    ${attribute}: ${value === '' ? 'true' : jsonString(value)}`),
        ]
      : []),
  ];
}

function clientExtensions(options: SnippetOptions): string {
  const tags = headTags(options).filter(({ attributes }) => attributes['rel'] !== 'modulepreload');
  return `${tags.flatMap((tag, index) => extension(tag, releaseAddress(options), index)).join('\n')}\n`;
}

export const liferay: System = {
  name: 'Liferay',
  certainty: 'documented',
  pieces: options => [
    {
      id: 'head',
      where: 'Once per site: client-extension.yaml, then choose the extensions in the look and feel of the pages',
      code: clientExtensions(options),
      language: 'yaml',
      notes: [
        'Attributes of scripts need DXP 2024.Q2 or Portal GA120.',
        ...(options.pinned
          ? ['Style sheets have no place for a hash here; the folder of the release keeps them as they are.']
          : []),
        releaseNote(options),
      ],
      optional: false,
    },
    linkPiece(options, { where: 'In the content: the source view of Web Content, or the HTML of a fragment' }),
    {
      id: 'head-fragment',
      where: 'Instead of the client extensions: the HTML of a fragment that stands once in the master page',
      code: headMarkup(headTags(options)),
      language: 'html',
      notes: headNotes(options),
      optional: true,
    },
    placeholderPiece(options, { where: 'Instead of the link: the same places' }),
    elementPiece(options, {
      where: 'Instead of the link: the same places',
      notes: [
        'Web content, blogs and fragments are not filtered unless the site was told to. Boards and wiki are: there use the link.',
      ],
    }),
    policyPiece(options),
  ],
};
