import type { ResponseOutcome } from '../../../src/model/response.js';
import type { RichText } from '../../../src/model/richtext.js';
import { lengthOf } from '../../../src/model/written-text.js';
import type { ContentProblem, Place } from '../content/content-problem.js';
import { readMarkdown } from '../content/markdown/read-markdown.js';
import { isLanguage, textProblem } from '../content/text-problem.js';
import { isDay } from './is-day.js';
import { outcomes } from './outcomes.js';
import type { ResponseColumn, ResponseEntry, ResponseFields } from './response-entry.js';
import type { ResponseSpeaker } from './response-words.js';

/** The longest reasons, in code points. */
export const longestReasons = 20_000;

export interface CheckOptions {
  /** Language of reasons that do not say theirs. */
  readonly lang: string;
  readonly t: ResponseSpeaker;
  /** Where a field stands; for one that is missing, where its line begins. */
  readonly placeOf: (column: ResponseColumn) => Place;
}

/**
 * Makes a response of the fields of a file or a form.
 *
 * @returns The response, or all that is wrong with the fields.
 */
export function checkResponse(
  fields: ResponseFields,
  { lang: usual, t, placeOf }: CheckOptions,
): { entry: ResponseEntry; problems: [] } | { entry?: never; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const refuse = (column: ResponseColumn, message: string): void => {
    problems.push({ ...placeOf(column), message });
  };
  const value = (column: ResponseColumn): string => {
    const given = fields[column]?.trim() ?? '';
    if (given !== '' && textProblem(given) !== undefined) refuse(column, t('unfit'));
    return given;
  };

  const reference = value('reference').toUpperCase();
  if (reference === '') refuse('reference', t('reference-empty'));
  const lang = value('lang') || usual;
  if (!isLanguage(lang)) refuse('lang', t('lang-unknown', { lang }));
  const outcome = outcomeOf(value('outcome'));
  const text = reasonsOf(value('text'), lang);
  const act = actOf();
  const adoptedIn = adoptedOf();

  if (problems.length > 0 || !outcome || !text) return { problems };
  return {
    entry: { reference, outcome, text, ...(act && { act }), ...(adoptedIn && { adoptedIn }), place: placeOf('reference') },
    problems: [],
  };

  function outcomeOf(given: string): ResponseOutcome | undefined {
    const known = outcomes.find(each => each === given);
    if (known) return known;
    const unknown = t('outcome-unknown', { outcome: given, known: outcomes.join(', ') });
    refuse('outcome', given === '' ? t('outcome-empty') : unknown);
    return undefined;
  }

  function reasonsOf(given: string, inLang: string): RichText | undefined {
    const length = lengthOf(given);
    if (length === 0 || length > longestReasons) {
      refuse('text', length === 0 ? t('text-empty') : t('text-too-long', { most: longestReasons }));
      return undefined;
    }
    const read = readMarkdown(given);
    // An opening and a closing tag are two problems with one remedy.
    const told = new Set(read.problems.map(({ line, message }) => t('text-markdown', { line, detail: message })));
    for (const message of told) refuse('text', message);
    return { lang: inLang, blocks: read.blocks };
  }

  function actOf(): ResponseEntry['act'] {
    const [kind, number, date] = [value('act_kind'), value('act_number'), value('act_date')];
    if (kind === '' && number === '' && date === '') return undefined;
    const missing = (['act_kind', 'act_number', 'act_date'] as const).find(column => value(column) === '');
    if (missing) refuse(missing, t('act-incomplete'));
    else if (!isDay(date)) refuse('act_date', t('date-bad', { date }));
    return { kind: { lang, text: kind }, number, date };
  }

  function adoptedOf(): ResponseEntry['adoptedIn'] {
    const [document, version, passage] = [value('adopted_document'), value('adopted_version'), value('adopted_passage')];
    if (document === '' && version === '' && passage === '') return undefined;
    if (document === '' || version === '') refuse('adopted_document', t('adopted-incomplete'));
    else if (!/^[1-9]\d{0,5}$/.test(version)) refuse('adopted_version', t('version-bad', { version }));
    if (outcome === 'rejected' || outcome === 'not-pertinent') refuse('outcome', t('adopted-refused'));
    return { document, version: Number(version), ...(passage !== '' && { passage }) };
  }
}
