import type { Observation } from '../../../src/model/observation.js';
import type { Act } from '../../../src/model/pact.js';
import type { ResponseOutcome } from '../../../src/model/response.js';
import type { RichText } from '../../../src/model/richtext.js';
import type { Place } from '../content/content-problem.js';

/** An official answer as it was read from a file or a form, and not yet published. */
export interface ResponseEntry {
  readonly reference: string;
  readonly outcome: ResponseOutcome;
  /** The reasons. */
  readonly text: RichText;
  readonly act?: Act;
  /** Where the observation went into the text that was adopted. */
  readonly adoptedIn?: NonNullable<Observation['adoptedIn']>;
  /** Where it stands in its file. */
  readonly place: Place;
}

/** The columns of a file of responses, which are also the names of the fields of a form. */
export const responseColumns = [
  'reference',
  'outcome',
  'text',
  'lang',
  'act_kind',
  'act_number',
  'act_date',
  'adopted_document',
  'adopted_version',
  'adopted_passage',
] as const;

export type ResponseColumn = (typeof responseColumns)[number];

/** One line of such a file: what is not said is missing or empty. */
export type ResponseFields = Partial<Readonly<Record<ResponseColumn, string>>>;

/** A line of a file, not yet looked at. */
export interface ResponseLine {
  readonly fields: ResponseFields;
  readonly placeOf: (column: ResponseColumn) => Place;
}
