import { widgets } from '../../embed/widgets.js';
import { elementPiece, linkPiece, policyPiece } from '../common-pieces.js';
import { headTags } from '../head.js';
import { headMarkup } from '../markup.js';
import { headNotes } from '../notes.js';
import type { SnippetOptions } from '../options.js';
import type { System } from '../system.js';

function allowed({ widget }: SnippetOptions): string {
  const { subject = '', attributes = [] } = widgets[widget] ?? {};
  return [`Valid tags: portico-${widget}`, `Custom attributes: ${[subject, 'lang', 'theme', ...attributes].join(', ')}`].join(
    '\n',
  );
}

export const plone: System = {
  name: 'Plone',
  certainty: 'tested',
  pieces: options => [
    {
      id: 'head',
      where: 'Once per site: Site Setup, Site, the field for scripts in the head (from Plone 6.0.11 on)',
      code: headMarkup(headTags(options)),
      language: 'html',
      notes: [
        "Before 6.0.11: in the head of the theme's index.html. With Volto: in the head of the page that its server renders.",
        ...headNotes(options),
      ],
      optional: false,
    },
    linkPiece(options, {
      where: 'In the content: the source view of the editor',
      notes: ['The filter takes every data- attribute away, so there is no placeholder for Plone.'],
    }),
    elementPiece(options, {
      where: 'Instead of the link: the source view of the editor, once the filter allows it',
      notes: ['Without the setting below the filter takes the element away and keeps the link inside it.'],
    }),
    {
      id: 'filter',
      where: 'To keep the element: Site Setup, HTML Filtering, a line for each name',
      code: allowed(options),
      language: 'text',
      notes: [],
      optional: true,
    },
    policyPiece(options),
  ],
};
