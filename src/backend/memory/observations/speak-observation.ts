import { commentSchema, type Comment } from '../../../model/comment.js';
import { observationLineSchema, observationSchema, type Observation, type ObservationLine } from '../../../model/observation.js';
import type { ObservationTerms } from '../../../model/observation-terms.js';
import type { Text } from '../../../model/text.js';
import { parseAnswer } from '../../parse.js';
import { isReadable, likesOf, outcomeOf, stateOf, type KeptObservation } from './kept-observation.js';
import type { CommentSeed } from './observations-seed.js';

/** Longest beginning of a text in a list, in code points. */
const longestExcerpt = 240;

export interface Speaking {
  /** Takes one language out of a part of the seed. */
  readonly speak: (part: unknown) => unknown;
  readonly terms: ObservationTerms;
  /** How people call a passage; nothing when it is not known. */
  readonly passageName: (document: string, passage: string) => Text | undefined;
}

/** What a list shows of an observation. */
export const lineOf = (kept: KeptObservation, speaking: Speaking): ObservationLine =>
  parseAnswer(observationLineSchema, lineParts(kept, speaking), kept.seed.reference);

/** An observation, whole. Nothing of one that was hidden or withdrawn leaves this place but that it was there. */
export function wholeOf(kept: KeptObservation, speaking: Speaking): Observation {
  const { speak, terms } = speaking;
  const { seed } = kept;
  const { text, wording, place, attachments = [], adoptedIn } = seed;
  const readable = isReadable(kept);
  const waits = !['answered', 'in-final-text', 'withdrawn'].includes(stateOf(kept));
  const whole = {
    ...lineParts(kept, speaking),
    text: readable ? text : { ...text, text: '' },
    ...(readable && { ...(wording && { wording }), ...(place && { place }), attachments }),
    responses: speak(seed.responses),
    history: speak(seed.history),
    ...(adoptedIn && { adoptedIn }),
    ...(waits && { next: terms.next, ...(terms.by !== undefined && { by: terms.by }) }),
    ...(terms.asOf !== undefined && { asOf: terms.asOf }),
  };
  return parseAnswer(observationSchema, whole, seed.reference);
}

function lineParts(kept: KeptObservation, { speak, terms, passageName }: Speaking): Record<string, unknown> {
  const { seed, process } = kept;
  const { reference, subject, kind, title, text, state, source, author, receivedAt, hidden } = seed;
  const { document, passage } = subject;
  const name = document === undefined || passage === undefined ? undefined : passageName(document, passage);
  const theme = terms.themes.find(({ id }) => id === seed.theme);
  const outcome = outcomeOf(kept) === undefined ? undefined : speak(seed.responses.at(-1)?.outcome);
  const readable = isReadable(kept);
  return {
    reference,
    subject: readable ? { ...subject, process } : withoutQuote({ ...subject, process }),
    ...(name && { passageName: name }),
    kind,
    ...(title && readable && { title }),
    excerpt: { lang: text.lang, text: readable ? beginning(text.text || (seed.wording?.after ?? '')) : '' },
    ...(theme && { theme }),
    state: speak(state),
    ...(outcome !== undefined && { outcome }),
    ...(source !== undefined && { source }),
    ...(author !== undefined && readable && { author }),
    receivedAt,
    likes: likesOf(kept),
    comments: seed.comments.length,
    ...(hidden && { hidden: speak(hidden) }),
  };
}

function withoutQuote<Subject extends { quote?: unknown }>(subject: Subject): Subject {
  delete subject.quote;
  return subject;
}

/** The beginning of a text, cut between two words. */
function beginning(text: string): string {
  const signs = Array.from(text.replace(/\s+/gu, ' ').trim());
  if (signs.length <= longestExcerpt) return signs.join('');
  const cut = signs.slice(0, longestExcerpt).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestExcerpt / 2))}…`;
}

/** A comment; of a hidden one only that it was there. */
export function commentOf(comment: CommentSeed, speak: Speaking['speak']): Comment {
  const said = parseAnswer(commentSchema, speak(comment), comment.id);
  return said.hidden ? { ...said, text: { ...said.text, text: '' } } : said;
}
