import type { Kysely, Selectable } from 'kysely';
import { directionOf } from '../../../src/i18n/language.js';
import { kindTexts, outcomeTexts, stateTexts } from '../../../src/i18n/observation-words.js';
import { enumText } from '../../../src/i18n/words.js';
import type { ObservationDraft } from '../../../src/model/observation-draft.js';
import type { CommentTable, Schema } from '../database/schema.js';
import type { Contribution } from '../moderation/subject.js';
import { observationRow, type ObservationRow } from '../observations/find-observation.js';
import { passageNames } from '../observations/passage-names.js';
import { html, type Html } from '../pages/html.js';
import { widgetWords } from '../pages/widget-words.js';
import type { Desk } from './desk.js';

/** A contribution as officials see it: whole, also where it is hidden from everybody else. */
export interface FoundContribution {
  readonly observation: ObservationRow;
  readonly comment?: Selectable<CommentTable> | undefined;
  /** How people call the passage. */
  readonly passage: string | undefined;
}

/** Finds what a report or a page is about; nothing when it is not there. */
export async function findContribution(
  db: Kysely<Schema>,
  { process, reference, comment: id }: Contribution,
  locale: string,
): Promise<FoundContribution | undefined> {
  const observation = await observationRow(db, reference);
  if (observation?.process_id !== process) return undefined;
  const names = await passageNames(db, [observation], { locale, fallback: locale });
  const passage = [...names.values()][0]?.text;
  if (id === undefined) return { observation, passage };
  const comment = await db
    .selectFrom('comment')
    .selectAll()
    .where('process_id', '=', process)
    .where('reference', '=', observation.reference)
    .where('id', '=', id)
    .executeTakeFirst();
  return comment && { observation, comment, passage };
}

/** The texts of a contribution, for who has to find words in it. */
export function textsOf({ observation, comment }: FoundContribution): string[] {
  if (comment) return [comment.text];
  const { title, text, wording, place } = observation.body as unknown as ObservationDraft;
  return [title, text, wording?.after, place?.text].filter(each => each !== undefined && each !== '').map(String);
}

/**
 * A contribution in its own language.
 *
 * @param change - What is done to each text before it is shown.
 */
export function shownContribution(
  found: FoundContribution,
  { t: { locale }, process }: Pick<Desk, 't' | 'process'>,
  change: (text: string) => string = text => text,
): Html {
  const { observation, comment, passage } = found;
  const words = widgetWords(locale);
  const lang = comment?.lang ?? observation.lang;
  const facts = comment
    ? [comment.author, words.formats.instant(comment.at.toISOString(), process.timeZone)]
    : [
        enumText(words, kindTexts, { value: observation.kind }).text,
        passage,
        observation.author ?? undefined,
        enumText(words, stateTexts, { value: observation.state }).text,
        observation.outcome === null ? undefined : enumText(words, outcomeTexts, { value: observation.outcome }).text,
      ];
  const paragraphs = textsOf(found).flatMap(text => change(text).split(/\n+/));
  return html`<div class="contribution stack">
    <p class="muted">
      <bdi>${observation.reference}</bdi> · ${facts.filter(fact => fact !== undefined && fact !== null).join(' · ')}
    </p>
    <blockquote lang="${lang}" dir="${directionOf(lang)}">${paragraphs.map(each => html`<p>${each}</p>`)}</blockquote>
  </div>`;
}
