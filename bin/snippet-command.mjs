import { library, version } from './library.mjs';
import { printed } from './print-snippet.mjs';
import { readIntegrity } from './read-integrity.mjs';
import { parseFlags, usage } from './snippet-flags.mjs';
import { completed, needed } from './snippet-questions.mjs';

/** `heading-level=3` as a pair. A value that is missing is refused later, with the others that are wrong. */
function attribute(text) {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

const given = values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const alike = [...needed, 'look', 'text', 'platform', 'backend', 'preload', 'classic'];

const optionsFrom = flags => ({
  version,
  pinned: flags.pinned ?? false,
  ...given({
    ...Object.fromEntries(alike.map(name => [name, flags[name]])),
    lookVia: flags['look-via'],
    origins: flags.origin,
    attributes: flags.set && Object.fromEntries(flags.set.map(attribute)),
    lazy: flags['no-lazy'] ? false : undefined,
  }),
});

/** The flag that an option of a snippet came from. */
const flagOf = option => ({ lookVia: '--look-via', origins: '--origin', attributes: '--set' })[option] ?? `--${option}`;

async function print(flags, { snippet, SnippetError, systems }, { stdout, stderr }) {
  const options = optionsFrom(flags);
  if (options.pinned) {
    options.integrity = await readIntegrity(flags.integrity, version);
    // Somebody who names a file of hashes wants the release that it is of.
    options.version = options.integrity.version;
  }
  try {
    const pieces = snippet(options);
    const { widget, subject, lang, cms, pinned } = options;
    const release = pinned ? `pinned to ${options.version}` : `following the releases of version ${version.split('.')[0]}`;
    const title = `${systems[cms].name}: ${widget}, ${subject}, ${lang}; ${release}`;
    stdout.write(flags.json ? `${JSON.stringify(pieces, null, 2)}\n` : printed(pieces, title));
    return 0;
  } catch (error) {
    if (!(error instanceof SnippetError)) throw error;
    for (const { option, message } of error.problems) stderr.write(`${flagOf(option)}: ${message}\n`);
    return 2;
  }
}

/**
 * `portico snippet`: prints what to paste.
 *
 * @returns The exit code.
 */
export async function snippetCommand(args, { stdin, stdout, stderr } = process) {
  let flags;
  try {
    flags = parseFlags(args);
  } catch (error) {
    stderr.write(`${error.message}\nSee portico snippet --help\n`);
    return 2;
  }
  try {
    const known = await library();
    if (flags.help) {
      stdout.write(usage(known));
      return 0;
    }
    flags = await completed(flags, known, { stdin, stderr });
    return flags ? await print(flags, known, { stdout, stderr }) : 2;
  } catch (error) {
    stderr.write(`${error.message}\n`);
    return 1;
  }
}
