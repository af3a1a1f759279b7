import { widgets } from '../embed/widgets.js';
import { cmsNames } from './cms.js';
import { namedFiles } from './head.js';
import { defaultText, oneLine } from './link-text.js';
import { looks } from './looks.js';
import { lookVias, preloads, type SnippetOptions } from './options.js';

/** What is wrong with one option, and how to mend it. */
export interface Problem {
  readonly option: keyof SnippetOptions;
  readonly message: string;
}

/** The options make no snippet. The message has all problems, a line for each. */
export class SnippetError extends Error {
  override readonly name = 'SnippetError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ option, message }) => `${option}: ${message}`).join('\n'));
  }
}

const list = (names: readonly string[]): string => names.join(', ');

/** The host names on which a page may be served without encryption, since nothing leaves the machine. */
const ownMachine = new Set(['localhost', '127.0.0.1']);

/** An address without anything that a CMS or a wiki could read as its own signs. */
const plainPath = /^(\/[\w.~%-]+)*\/?$/;

function addressProblem(address: string): string | undefined {
  if (!URL.canParse(address)) return `'${address}' is no address. Write it whole: https://partecipa.comune.example/portico`;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(address);
  if (protocol !== 'https:' && !(protocol === 'http:' && ownMachine.has(hostname))) {
    return `'${address}' must begin with https://. Only http://localhost may do without, for trials.`;
  }
  if (search || hash || username || password)
    return `'${address}' must be a folder: leave out what follows '?' or '#', and any password.`;
  if (!/^[\w.-]+$/.test(hostname) || !plainPath.test(pathname))
    return `'${address}' has signs that not every CMS takes. Use letters, digits and - _ . ~`;
  return undefined;
}

/** What an element can have as a subject. Whatever else an address says, the loader leaves the link a link. */
const identifier = /^\w[\w.~-]{0,199}$/;

function subjectProblem(subject: string): string | undefined {
  if (subject === '') return "Write the id of what the widget shows, as the participation site knows it: 'aria-clima-2026'.";
  if (/[/:?#]/.test(subject)) return `'${subject}' looks like an address. Write only its last part, the id.`;
  if (!identifier.test(subject)) return `'${subject}' is no id. An id has letters, digits and - _ . ~, at most 200 of them.`;
  return undefined;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function langProblem(lang: string): string | undefined {
  const [subtag = ''] = lang.split('-');
  // Longer ones are reserved; who writes one means the name of the language.
  if (!isLanguageTag(lang) || subtag.length > 3 || lang.length > 40) {
    return `'${lang}' is no language tag. Write it, it-simple, en, ar, de-AT …`;
  }
  return undefined;
}

/** Values of attributes as the loader takes them, with what some of them mean. */
function attributeProblem(name: string, value: string): string | undefined {
  if (name === 'heading-level' && !/^[1-6]$/.test(value)) return `heading-level is a number from 1 to 6, not '${value}'.`;
  if (name === 'version' && !/^[1-9]\d{0,5}$/.test(value))
    return `version is a number from 1 on, not '${value}'. Leave it out for the one in force.`;
  if (!/^[\w-]{1,40}$/.test(value)) return `${name} takes letters, digits, - and _, at most 40, not '${value}'.`;
  return undefined;
}

function attributesProblem({ widget, attributes = {} }: SnippetOptions): string | undefined {
  const known = Object.hasOwn(widgets, widget) ? (widgets[widget]?.attributes ?? []) : undefined;
  for (const [name, value] of Object.entries(attributes)) {
    if (known && !known.includes(name)) return `${widget} has no attribute '${name}'. It has ${list(known)}.`;
    const problem = attributeProblem(name, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function textProblem({ text, widget, lang }: SnippetOptions): string | undefined {
  const words = oneLine(text ?? '');
  // eslint-disable-next-line no-control-regex -- those are what must not be in a page
  if (/[\u0000-\u001f\u007f-\u009f]/.test(words)) return 'The words of the link have a control character. Type them again.';
  if (words.length > 200) return 'The words of the link are longer than 200 characters. Say only where it leads.';
  // Without a widget and a language there are no words to expect.
  if (words !== '' || !Object.hasOwn(widgets, widget) || langProblem(lang) !== undefined) return undefined;
  if (defaultText(widget, lang) === undefined) return `There are no ready words in '${lang}'. Write those of the link yourself.`;
  return undefined;
}

function integrityProblem(options: SnippetOptions): string | undefined {
  const { pinned, integrity, version } = options;
  if (!pinned) return undefined;
  if (!integrity) return "A pinned snippet needs integrity.json of the release. 'npm run build' makes it, in dist/cdn.";
  if (integrity.version !== version)
    return `integrity.json is of release ${integrity.version}, the snippet of ${version}. Take those of one release.`;
  const missing = namedFiles(options).filter(file => !/^sha(256|384|512)-[\w+/]+=*$/.test(integrity.files[file] ?? ''));
  if (missing.length > 0) return `integrity.json has no hash for ${list(missing)}. Build the release again: npm run build`;
  return undefined;
}

const oneOf = (value: string, names: readonly string[]): string | undefined =>
  names.includes(value) ? undefined : `'${value}' is not among ${list(names)}.`;

type Checks = Partial<Record<keyof SnippetOptions, (options: SnippetOptions) => string | undefined>>;

/** In the order in which a person chooses. */
const checks: Checks = {
  widget: ({ widget }) => oneOf(widget, Object.keys(widgets)),
  subject: ({ subject }) => subjectProblem(subject),
  lang: ({ lang }) => langProblem(lang),
  text: textProblem,
  look: ({ look }) => (look === undefined ? undefined : oneOf(look, Object.keys(looks))),
  lookVia: ({ lookVia = 'sheet' }) => oneOf(lookVia, lookVias),
  cms: ({ cms }) => oneOf(cms, cmsNames),
  site: ({ site }) => addressProblem(site),
  version: ({ version }) =>
    /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) ? undefined : `'${version}' is no release. Write it like 0.1.0.`,
  attributes: attributesProblem,
  platform: ({ platform }) => (platform === undefined ? undefined : addressProblem(platform)),
  backend: ({ backend }) => (backend === undefined ? undefined : addressProblem(backend)),
  origins: ({ origins = [] }) => origins.map(addressProblem).find(problem => problem !== undefined),
  preload: ({ preload = 'widget' }) => oneOf(preload, preloads),
};

/** All that is wrong with these options; nothing when a snippet can be made of them. */
export function problemsOf(options: SnippetOptions): Problem[] {
  const problems = Object.entries(checks).flatMap(([option, check]) => {
    const message = check(options);
    return message === undefined ? [] : [{ option: option as keyof SnippetOptions, message }];
  });
  if (problems.length > 0) return problems;
  // Which files the release needs is known only when all else is right.
  const message = integrityProblem(options);
  return message === undefined ? [] : [{ option: 'integrity', message }];
}
