import { widgets } from './widgets.js';

/**
 * The widgets as the loader keeps them, since it has to be small: a line for each, with its name, where its subject is read, the height to
 * keep free, the attribute of its subject and its other attributes. The build puts the lines here in the place of the list.
 */
export const lines: readonly string[] = Object.entries(widgets).map(([name, { read, height, subject, attributes }]) =>
  [name, read, height, subject, ...attributes].join(' '),
);
