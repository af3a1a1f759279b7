import { parseArgs } from 'node:util';

/** The flags of `portico snippet`: for `parseArgs`, and one line each for `--help`. */
const flags = {
  site: { type: 'string', value: '<address>', help: 'folder that serves the files: https://partecipa.comune.example/portico' },
  widget: { type: 'string', value: '<name>', help: 'which widget' },
  subject: { type: 'string', value: '<id>', help: 'what it shows, by its id: aria-clima-2026' },
  lang: { type: 'string', value: '<tag>', help: 'language of the widget: it, it-simple, en, ar' },
  cms: { type: 'string', value: '<name>', help: 'where it goes' },
  look: { type: 'string', value: '<name>', help: "a design system's look; without it Portico's own" },
  'look-via': { type: 'string', value: '<way>', help: 'who says the look: sheet (as usual), script, link' },
  pinned: { type: 'boolean', help: 'this release and its hashes, not whatever is newest' },
  integrity: { type: 'string', value: '<file|address>', help: 'hashes of a release, with --pinned; else those of this package' },
  text: { type: 'string', value: '<words>', help: 'words of the link' },
  platform: { type: 'string', value: '<address>', help: 'the participation site, where it is on another host than the files' },
  backend: { type: 'string', value: '<address>', help: 'the API, where it is not api/ of that site' },
  origin: {
    type: 'string',
    multiple: true,
    value: '<address>',
    help: 'another site whose links may become widgets; again for more',
  },
  set: { type: 'string', multiple: true, value: '<name=value>', help: 'a further attribute: heading-level=3; again for more' },
  preload: { type: 'string', value: '<what>', help: 'what each page fetches ahead: widget (as usual), all, off' },
  classic: { type: 'boolean', help: 'the loader that is no module' },
  'no-lazy': { type: 'boolean', help: 'load at once, not when it comes near the viewport' },
  json: { type: 'boolean', help: 'print the pieces as JSON' },
  help: { type: 'boolean', short: 'h', help: 'print this' },
};

/** Reads the command line. Throws a `TypeError` for a flag that does not exist. */
export const parseFlags = args =>
  parseArgs({
    args,
    options: Object.fromEntries(
      Object.entries(flags).map(([name, { type, multiple, short }]) => [
        name,
        { type, ...(multiple && { multiple }), ...(short && { short }) },
      ]),
    ),
  }).values;

/** The text of `--help`. */
export function usage({ widgets, cms, looks }) {
  const lists = { widget: widgets, cms, look: looks };
  const rows = Object.entries(flags).map(([name, { value = '', help }]) => [
    `--${name} ${value}`.trim(),
    lists[name] ? `${help}: ${lists[name].join(', ')}` : help,
  ]);
  const width = Math.max(...rows.map(([flag]) => flag.length));
  return [
    'Usage: portico snippet --site <address> --widget <name> --subject <id> --lang <tag> --cms <name> [more]',
    '',
    'Prints what to paste into a CMS, and where. In a terminal it asks for what is missing.',
    '',
    ...rows.map(([flag, help]) => `  ${flag.padEnd(width)}  ${help}`),
    '',
    'Exit codes: 0 printed, 1 no snippet could be made, 2 the command line is wrong or incomplete.',
    '',
  ].join('\n');
}
