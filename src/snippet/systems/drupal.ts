import { widgets } from '../../embed/widgets.js';
import { elementPiece, linkPiece, placeholderPiece, policyPiece } from '../common-pieces.js';
import { jsonString, phpString } from '../escape.js';
import { headTags } from '../head.js';
import type { Attributes, HeadTag } from '../markup.js';
import { preloadNotes, releaseNote } from '../notes.js';
import type { SnippetOptions } from '../options.js';
import type { SnippetPiece } from '../piece.js';
import type { System } from '../system.js';

const without = (attributes: Attributes, ...names: string[]): [string, string][] =>
  Object.entries(attributes).filter(([name]) => !names.includes(name));

/** One file of a library, as Drupal wants to have it described. Empty values are attributes that need none. */
function asset({ attributes }: HeadTag): string {
  const value = (text: string): string => (text === '' ? 'true' : jsonString(text));
  const others = without(attributes, 'rel', 'href', 'src').map(([name, text]) => `${name}: ${value(text)}`);
  const said = others.length > 0 ? `, attributes: { ${others.join(', ')} }` : '';
  return `      ${jsonString(attributes['href'] ?? attributes['src'] ?? '')}: { type: external, minified: true${said} }`;
}

function library(tags: readonly HeadTag[]): string {
  const sheets = tags.filter(({ attributes }) => attributes['rel'] === 'stylesheet');
  const scripts = tags.filter(({ name }) => name === 'script');
  return [
    'portico:',
    '  header: true',
    '  css:',
    '    theme:',
    ...sheets.map(asset),
    '  js:',
    ...scripts.map(tag => asset(tag).slice(2)),
    '',
  ].join('\n');
}

const preloadHook = (tags: readonly HeadTag[]): string => `/**
 * Implements hook_page_attachments_alter().
 */
function mytheme_page_attachments_alter(array &$attachments): void {
${tags
  .map(({ attributes }) => Object.entries(attributes).map(([name, value]) => `${phpString(name)} => ${phpString(value)}`))
  .map(pairs => `  $attachments['#attached']['html_head_link'][] = [[${pairs.join(', ')}]];`)
  .join('\n')}
}
`;

function preloadPieces(options: SnippetOptions, tags: readonly HeadTag[]): SnippetPiece[] {
  const ahead = tags.filter(({ attributes }) => attributes['rel'] === 'modulepreload');
  if (ahead.length === 0) return [];
  return [
    {
      id: 'preload',
      where: 'For a faster start: in mytheme.theme',
      code: preloadHook(ahead),
      language: 'php',
      notes: ['A library has no place for this line.', ...preloadNotes(options)],
      optional: true,
    },
  ];
}

/** What a text format has to allow so that the class, a placeholder or the element comes through. `lang` always does. */
function allowedTags({ widget }: SnippetOptions): string {
  const { subject = '', attributes = [] } = widgets[widget] ?? {};
  const names = [subject, 'theme', ...attributes];
  return [
    '<a hreflang href class="portico-embed">',
    `<div data-portico data-lang ${names.map(name => `data-${name}`).join(' ')}>`,
    `<portico-${widget} ${names.join(' ')}>`,
  ].join(' ');
}

const codeFirst = 'Needs the tags below in the text format, or a format without the filter, such as Full HTML.';

export const drupal: System = {
  name: 'Drupal',
  certainty: 'read',
  pieces: options => {
    const tags = headTags(options);
    return [
      {
        id: 'head',
        where: 'Once per site: in mytheme.libraries.yml, the theme of the site',
        code: library(tags),
        language: 'yaml',
        notes: [
          "Write the name of your theme for 'mytheme'.",
          'Keep one loader in the page, however many widgets there are.',
          releaseNote(options),
        ],
        optional: false,
      },
      {
        id: 'attach',
        where: 'Once per site: in mytheme.info.yml, then clear the caches',
        code: 'libraries:\n  - mytheme/portico\n',
        language: 'yaml',
        notes: ["Where 'libraries:' is there already, add only the second line."],
        optional: false,
      },
      linkPiece(options, {
        where: 'In the content: the source view of the editor',
        notes: [
          "The filter 'Limit allowed HTML tags' takes the class away as it comes. The link is known by its address all the same.",
        ],
      }),
      ...preloadPieces(options, tags),
      placeholderPiece(options, { where: 'Instead of the link: the source view of the editor', notes: [codeFirst] }),
      elementPiece(options, { where: 'Instead of the link: the source view of the editor', notes: [codeFirst] }),
      {
        id: 'filter',
        where: "To keep the class, a placeholder or the element: 'Allowed HTML tags' of the text format",
        code: allowedTags(options),
        language: 'html',
        notes: ["With CKEditor 5 the same goes into 'Manually editable HTML tags' of its source editing."],
        optional: true,
      },
      policyPiece(options),
    ];
  },
};
