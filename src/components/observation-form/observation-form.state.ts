import type { BackendErrorReason, InvalidField } from '../../backend/errors.js';
import type { ContentsLine, PlanDocument } from '../../model/document.js';
import type { ObservationReceipt } from '../../model/observation-draft.js';
import type { ObservationTerms } from '../../model/observation-terms.js';
import type { Participation } from '../../model/session.js';
import type { ReadFailure } from '../../parts/failure.js';
import { steps, type Entry, type Step } from './entry.js';

/** What the form shows. */
export type ObservationFormState = { type: 'loading' } | ReadFailure | ReadyState;

export interface ReadyState {
  readonly type: 'ready';
  readonly terms: ObservationTerms;
  readonly reader: ReaderState;
  readonly subject: SubjectState;
  /** What was typed and chosen. */
  readonly entry: Entry;
  readonly progress: Progress;
  /** Under which nickname the person knows it to be published. */
  readonly as?: string | undefined;
}

/** What is known of the person who writes. */
export type ReaderState =
  /** The backend is being asked. */
  | { type: 'asking' }
  /** The backend knows no persons. */
  | { type: 'anonymous' }
  /** It should know and did not answer. */
  | { type: 'unknown' }
  | { type: 'known'; participation: Participation };

/** What the observation is on. */
export interface SubjectState {
  readonly document?: PlanDocument | undefined;
  readonly passage?: PassageState | undefined;
}

export type PassageState =
  | { type: 'reading' }
  /** The document has it no more. */
  | { type: 'gone' }
  | { type: 'failed' }
  /** `text` is its words, a line for each paragraph. */
  | { type: 'here'; line: ContentsLine; text: string; lang: string; observable: boolean };

/** How far the person is. */
export type Progress =
  /** `tried`: they tried to go on and something is missing. `returning`: they came from the check, to change something. */
  | { type: 'writing'; step: Step; tried?: boolean; returning?: boolean; refused?: Refused | undefined }
  | { type: 'sending' }
  /** No answer came. It is sent again by itself. `trying`: it is on its way once more. */
  | { type: 'waiting'; reason: BackendErrorReason; trying?: boolean }
  | { type: 'sent'; receipt: ObservationReceipt }
  /** They support somebody's observation instead. */
  | { type: 'supported'; reference: string };

/** Why the backend did not take it. */
export interface Refused {
  readonly reason: BackendErrorReason;
  readonly fields: readonly InvalidField[];
  readonly retryAt?: Date | undefined;
}

/** Whether the process asks for anything beside the text. */
const asksMore = ({ fields, themes }: ObservationTerms): boolean =>
  (fields.theme !== 'off' && themes.length > 0) || fields.place !== 'off' || fields.attachments !== 'off';

/**
 * The steps that this form has.
 *
 * @param helper - Whether somebody writes for somebody else.
 */
export function stepsOf({ terms, entry, subject }: Pick<ReadyState, 'terms' | 'entry' | 'subject'>, helper: boolean): Step[] {
  const has: Record<Step, boolean> = {
    behalf: helper,
    where: subject.document !== undefined || entry.document !== undefined,
    what: true,
    more: asksMore(terms),
    check: true,
  };
  return steps.filter(step => has[step]);
}

/** The step that is shown. */
export const stepOf = ({ progress }: ReadyState): Step => (progress.type === 'writing' ? progress.step : 'check');

/** The words that an amendment is about: those of the passage, or those of it that were chosen. */
export const wordingOf = ({ entry, subject }: ReadyState): string =>
  entry.quote?.exact ?? (subject.passage?.type === 'here' ? subject.passage.text : '');

/** The kinds that can be chosen here: other words can be proposed only for words. */
export const kindsOf = (ready: ReadyState): ObservationTerms['kinds'] =>
  ready.terms.kinds.filter(({ value }) => value !== 'amendment' || wordingOf(ready) !== '' || ready.entry.passage !== undefined);
