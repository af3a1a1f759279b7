import type { InvalidField } from '../../backend/errors.js';
import type { Words } from '../../i18n/words.js';
import type { ObservationTerms } from '../../model/observation-terms.js';
import { isPlainDate } from '../../model/time.js';
import { hasWords, lengthOf, tidied } from '../../model/written-text.js';
import type { FormError } from '../../parts/error-summary.js';
import { isAmendment, type Step } from './entry.js';
import { kindsOf, type ReaderState, type ReadyState } from './observation-form.state.js';

/** The longest description of a place, in code points. */
export const longestPlace = 300;

const longestReceivedAt = 200;

type Rule = (ready: ReadyState, words: Words) => FormError[];

const problem = (wrong: boolean, field: string, message: () => string): FormError[] =>
  wrong ? [{ field, message: message() }] : [];

/** What is too long, by how much. */
function tooLong(text: string, most: number, field: string, { t, formats }: Words): FormError[] {
  const over = lengthOf(text) - most;
  return problem(over > 0, field, () => t('observation-form.error.too-long', { count: over, most: formats.number(most) }));
}

const rules: Readonly<Record<Step, Rule>> = {
  behalf: ({ entry, terms }, words) => [
    ...problem(entry.source === '', 'source', () => words.t('observation-form.error.source')),
    ...problem(!hasWords(entry.receivedAt), 'received-at', () => words.t('observation-form.error.received-at')),
    ...tooLong(entry.receivedAt, longestReceivedAt, 'received-at', words),
    ...problem(isNoPastDay(entry.receivedOn, terms), 'received-on', () => words.t('observation-form.error.received-on')),
  ],
  where: ({ entry, subject }, { t }) => [
    ...problem(entry.passage !== undefined && subject.passage?.type === 'gone', 'where', () => t('observation-form.error.gone')),
    ...problem(subject.passage?.type === 'here' && !subject.passage.observable, 'where', () =>
      t('observation-form.error.not-observable'),
    ),
  ],
  what: (ready, words) => [...kindProblems(ready, words), ...titleProblems(ready, words), ...textProblems(ready, words)],
  more: ({ entry, terms, reader }, words) => {
    const { fields, themes } = terms;
    const needs = (use: string, empty: boolean): boolean => use === 'required' && empty;
    return [
      ...problem(themes.length > 0 && needs(fields.theme, entry.theme === ''), 'theme', () =>
        words.t('observation-form.error.theme'),
      ),
      ...problem(needs(fields.place, !hasWords(entry.place)), 'place', () => words.t('observation-form.error.place')),
      ...tooLong(entry.place, longestPlace, 'place', words),
      // Who has not signed in yet cannot send a file yet either.
      ...problem(!awaitsSignIn(terms, reader) && needs(fields.attachments, entry.attachments.length === 0), 'files', () =>
        words.t('observation-form.error.files'),
      ),
    ];
  },
  check: () => [],
};

const awaitsSignIn = ({ signIn }: ObservationTerms, reader: ReaderState): boolean =>
  signIn && reader.type === 'known' && reader.participation.type === 'signed-out';

/** What is missing or wrong in a step, with the id of the field. The server looks again at everything. */
export const problemsOf = (step: Step, ready: ReadyState, words: Words): FormError[] => rules[step](ready, words);

function kindProblems(ready: ReadyState, { t }: Words): FormError[] {
  const offered = kindsOf(ready).some(({ value }) => value === ready.entry.kind);
  return problem(!offered, 'kind', () => t('observation-form.error.kind'));
}

function titleProblems({ entry, terms }: ReadyState, words: Words): FormError[] {
  if (terms.fields.title === 'off') return [];
  const missing = terms.fields.title === 'required' && !hasWords(entry.title);
  return [
    ...problem(missing, 'own-title', () => words.t('observation-form.error.title')),
    ...tooLong(entry.title, terms.longest.title, 'own-title', words),
  ];
}

function textProblems({ entry, terms }: ReadyState, words: Words): FormError[] {
  const { t } = words;
  const long = tooLong(entry.text, terms.longest.text, 'text', words);
  if (!isAmendment(entry)) return [...problem(!hasWords(entry.text), 'text', () => t('observation-form.error.text')), ...long];
  return [
    ...problem(tidied(entry.after) === tidied(entry.before), 'after', () => t('observation-form.error.same')),
    ...tooLong(entry.after, terms.longest.text, 'after', words),
    ...long,
  ];
}

/** Whether this is a day that has not come yet, or none at all. */
function isNoPastDay(day: string, { asOf }: ObservationTerms): boolean {
  if (day === '') return false;
  // A day later than the server's, since it may be tomorrow already where the office is.
  const latest = new Date((asOf === undefined ? Date.now() : Date.parse(asOf)) + 86_400_000).toISOString().slice(0, 10);
  return !isPlainDate(day) || day > latest;
}

/** Where the fields that a server names stand in the form. */
const fieldIds: readonly (readonly [start: string, field: string, step: Step])[] = [
  ['subject', 'where', 'where'],
  ['title', 'own-title', 'what'],
  ['text', 'text', 'what'],
  ['wording', 'after', 'what'],
  ['kind', 'kind', 'what'],
  ['theme', 'theme', 'more'],
  ['place.hub', 'hub', 'more'],
  ['place', 'place', 'more'],
  ['attachments', 'files', 'more'],
  ['onBehalf.on', 'received-on', 'behalf'],
  ['onBehalf.source', 'source', 'behalf'],
  ['onBehalf', 'received-at', 'behalf'],
];

/** Where the server found something wrong; nothing when the form has no such field. */
export function stepOfField({ path }: InvalidField): Step | undefined {
  return fieldIds.find(([start]) => path.startsWith(start))?.[2];
}
