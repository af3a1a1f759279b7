import * as v from 'valibot';
import { quoteOf } from '../../../../src/model/find-quote.js';
import type { ObservationDraft } from '../../../../src/model/observation-draft.js';
import { placeSchema } from '../../../../src/model/place.js';
import { hasWords } from '../../../../src/model/written-text.js';
import type { Fault } from '../../content/content-fault.js';
import { readMarkdown } from '../../content/markdown/read-markdown.js';
import { isDay } from '../../responses/is-day.js';
import { keptDraft } from '../../../../src/model/kept-draft.js';
import type { ObservedProcess } from '../terms.js';
import type { PassageTexts } from './passage-texts.js';
import type { ImportItem } from './read-files.js';

/** What the checks need to know of what is published. */
export interface Published {
  readonly processes: ReadonlyMap<string, ObservedProcess>;
  readonly passages: PassageTexts;
  /** The city's language. */
  readonly locale: string;
  readonly now: Date;
}

/**
 * Makes of what was read the draft that its author would have sent, and says everything that cannot be. Limits that a process sets for the
 * form do not hold for what was received elsewhere.
 *
 * @returns Nothing when something is wrong.
 */
export function checkedDraft(item: ImportItem, published: Published, fault: Fault): ObservationDraft | undefined {
  const complaints: string[] = [];
  const complain: Fault = (path, message) => {
    complaints.push(message);
    fault(path, message);
  };
  const process = published.processes.get(item.process);
  if (!process) {
    complain(['process'], `there is no process '${item.process}' in which observations are made`);
    return undefined;
  }
  checkWords(item, process, complain);
  checkMoments(item, published.now, complain);
  checkAnswers(item, published, complain);
  const { subject, wording } = applied(item, published, complain);
  const { kind, title, text, theme, place, lang } = item;
  const where = place && v.safeParse(placeSchema, place);
  if (where && !where.success) complain(['place'], 'is no place: text, and a point of longitude and latitude in degrees');
  if (complaints.length > 0) return undefined;
  return keptDraft({
    subject,
    kind,
    ...(title !== undefined && { title }),
    text,
    ...(wording && { wording }),
    ...(theme !== undefined && { theme }),
    ...(where?.success && { place: where.output }),
    attachments: [],
    lang,
  });
}

function checkWords({ text, theme, kind, wording, comments = [] }: ImportItem, process: ObservedProcess, complain: Fault): void {
  const { themes = [] } = process.observations;
  if (!hasWords(text)) complain(['text'], 'has no words in it');
  if (theme !== undefined && !themes.some(({ id }) => id === theme)) complain(['theme'], `the process has no theme '${theme}'`);
  if (kind === 'amendment' && !wording) complain(['kind'], "an amendment needs 'wording'");
  if (kind !== 'amendment' && wording) complain(['wording'], 'belongs to an amendment');
  comments.forEach((comment, index) => {
    if (!hasWords(comment.text)) complain(['comments', index, 'text'], 'has no words in it');
  });
}

/** Nothing is received tomorrow, and nothing answered before it was received. */
function checkMoments(item: ImportItem, now: Date, complain: Fault): void {
  const { receivedAt, stateAt, comments = [], responses = [], hidden } = item;
  const later: [readonly (string | number)[], string | undefined][] = [
    [['stateAt'], stateAt],
    [['hidden', 'at'], hidden?.at],
    ...comments.map(({ at }, index): [(string | number)[], string] => [['comments', index, 'at'], at]),
    ...responses.map(({ at }, index): [(string | number)[], string] => [['responses', index, 'at'], at]),
  ];
  if (Date.parse(receivedAt) > now.getTime()) complain(['receivedAt'], 'is still to come');
  for (const [path, at] of later) {
    if (at === undefined) continue;
    if (Date.parse(at) < Date.parse(receivedAt)) complain(path, 'is before it was received');
    if (Date.parse(at) > now.getTime()) complain(path, 'is still to come');
  }
  responses.forEach(({ at }, index) => {
    const before = responses[index - 1];
    if (before && Date.parse(before.at) >= Date.parse(at))
      complain(['responses', index, 'at'], 'is not after the response before it');
  });
}

function checkAnswers({ responses = [], state, adoptedIn }: ImportItem, { passages }: Published, complain: Fault): void {
  responses.forEach(({ text, act }, index) => {
    for (const { line, message } of readMarkdown(text).problems) {
      complain(['responses', index, 'text'], `${message} (line ${String(line)} of the text)`);
    }
    if (act && !isDay(act.date)) complain(['responses', index, 'act', 'date'], 'must be a day such as 2026-05-31');
  });
  const outcome = responses.at(-1)?.outcome;
  if (outcome !== undefined && state !== undefined) complain(['state'], 'is said by the responses: leave it out');
  if (!adoptedIn) return;
  if (outcome !== 'accepted' && outcome !== 'partly-accepted') complain(['adoptedIn'], 'needs a response that accepts');
  if (!passages.has(adoptedIn)) complain(['adoptedIn'], 'there is no such passage');
}

/** What it is on, as the text of the passage has it. */
function applied(
  item: ImportItem,
  { passages, locale }: Published,
  complain: Fault,
): Pick<ObservationDraft, 'subject' | 'wording'> {
  const { process, document, passage, quote, wording } = item;
  if (document === undefined) {
    if (passage !== undefined || quote !== undefined || wording)
      complain(['document'], 'is missing, here and at the beginning of the file');
    return { subject: { process } };
  }
  const version = item.version ?? passages.newest(process, document);
  if (version === undefined || !passages.has({ document, version }) || passages.processOf(document) !== process) {
    complain(['document'], `the process has no document '${document}' with this version`);
    return { subject: { process } };
  }
  if (passage === undefined) {
    if (quote !== undefined || wording) complain(['passage'], 'is missing');
    return { subject: { process, document, version } };
  }
  const texts = passages.textsOf({ document, version, passage }, [item.lang, locale]);
  if (!texts)
    complain(['passage'], `there is no passage '${passage}' in version ${String(version)}, or it takes no observations`);
  const text = texts?.find(each => quote === undefined || each.includes(quote));
  if (texts && text === undefined) complain(['quote'], 'these words do not stand in the passage');
  const start = text?.indexOf(quote ?? '') ?? 0;
  const selector = quote !== undefined && text !== undefined ? quoteOf(text, { start, end: start + quote.length }) : undefined;
  const before = wording?.before ?? quote ?? text ?? '';
  const isThere = quote === undefined ? texts?.includes(before) : before === quote;
  if (wording && texts && !isThere) complain(['wording', 'before'], 'is not what stands in the passage');
  if (wording?.after === before) complain(['wording', 'after'], 'changes nothing');
  return {
    subject: { process, document, version, passage, ...(selector && { quote: selector }) },
    ...(wording && { wording: { before, after: wording.after } }),
  };
}
