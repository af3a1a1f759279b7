import * as v from 'valibot';
import { observationLineSchema, type ObservationLine } from '../../../src/model/observation.js';
import type { ObservationDraft } from '../../../src/model/observation-draft.js';
import type { Text } from '../../../src/model/text.js';
import { inLanguage } from '../../../src/model/translations.js';
import type { ProcessContent } from '../content/schema.js';
import type { Languages } from '../content/speak.js';
import type { ObservationRow } from './find-observation.js';
import type { PassageNames } from './passage-names.js';

/** Letters of a text that a list shows. */
const excerptLength = 280;

/** What it takes to show observations to a reader. */
export interface LineFrame {
  readonly process: Pick<ProcessContent, 'observations'>;
  readonly names: PassageNames;
  readonly languages: Languages;
}

/** Whether what was written can be read no more: it was hidden, or its author took it back. */
export const isSilent = ({ hidden, state }: Pick<ObservationRow, 'hidden' | 'state'>): boolean =>
  hidden !== null || state === 'withdrawn';

/** What a list shows of an observation, in the reader's language where the words are the city's. */
export function lineOf(row: ObservationRow, { process, names, languages }: LineFrame): ObservationLine {
  const { subject, title, text, wording } = row.body as unknown as ObservationDraft;
  const { lang, document_id: document, passage_id: passage } = row;
  const theme = process.observations?.themes?.find(({ id }) => id === row.theme);
  const name = document !== null && passage !== null ? names.get(`${document} ${passage}`) : undefined;
  const silent = isSilent(row);
  const line = {
    reference: row.reference,
    subject: silent ? { ...subject, quote: undefined } : subject,
    ...(name && { passageName: name }),
    kind: row.kind,
    ...(title !== undefined && !silent && { title: { lang, text: title } }),
    excerpt: { lang, text: silent ? '' : excerptOf(text === '' ? (wording?.after ?? '') : text) },
    ...(theme && { theme: inLanguage(theme, languages.locale, languages.fallback) }),
    state: row.state,
    ...(row.outcome !== null && { outcome: row.outcome }),
    source: row.source,
    ...(row.author !== null && !silent && { author: row.author }),
    receivedAt: row.received_at.toISOString(),
    likes: row.likes,
    comments: row.comments,
    ...(row.hidden !== null && { hidden: row.hidden }),
  };
  return v.parse(observationLineSchema, withoutUndefined(line));
}

/** A text as far as a list shows it, cut between words. */
function excerptOf(text: string): string {
  const plain = text.replace(/\s+/gu, ' ');
  const signs = Array.from(plain);
  if (signs.length <= excerptLength) return plain;
  const cut = signs.slice(0, excerptLength).join('');
  const lastBlank = cut.lastIndexOf(' ');
  return `${lastBlank > excerptLength / 2 ? cut.slice(0, lastBlank) : cut}…`;
}

const withoutUndefined = (value: object): unknown => JSON.parse(JSON.stringify(value));

/** A text of the administration, which says its language. */
export const textOf = (json: object | null): Text | undefined => (json as unknown as Text | null) ?? undefined;
