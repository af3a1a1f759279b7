import type * as v from 'valibot';
import type { commentSchema } from '../../../model/comment.js';
import type { eligibilitySchema } from '../../../model/eligibility.js';
import type { historyEntrySchema, observationSchema, observationSubjectSchema } from '../../../model/observation.js';
import type { observationRulesSchema } from '../../../model/observation-terms.js';
import type { privacyNoticeSchema } from '../../../model/privacy-notice.js';
import type { responseSchema } from '../../../model/response.js';
import type { Translatable } from '../../../model/translations.js';

type Given = v.InferInput<typeof observationSchema>;

/** Parts that a seed keeps in another form, or that are worked out from the rest. */
type Derived =
  | 'subject'
  | 'state'
  | 'passageName'
  | 'excerpt'
  | 'outcome'
  | 'theme'
  | 'comments'
  | 'responses'
  | 'history'
  | 'hidden'
  | 'next'
  | 'by'
  | 'asOf';

export type CommentSeed = Translatable<v.InferInput<typeof commentSchema>>;

/** An observation that is there from the start. Whoever signs in with the nickname of its author owns it. */
export interface ObservationSeed extends Omit<Given, Derived> {
  subject: Omit<v.InferInput<typeof observationSubjectSchema>, 'process'>;
  state: Translatable<Given['state']>;
  /** Id of one of the process's themes. */
  theme?: string;
  hidden?: Translatable<Given['hidden'] & object>;
  /** Oldest first. */
  responses?: Translatable<v.InferInput<typeof responseSchema>>[];
  /** Left out: what can be told from the rest. */
  history?: Translatable<v.InferInput<typeof historyEntrySchema>>[];
  /** Oldest first. */
  comments?: CommentSeed[];
}

/** The observations of one process, and what a city decides about them. */
export interface ObservationsSeed {
  process: string;
  /** With what their reference numbers begin: `PAC`. */
  prefix: string;
  rules: Translatable<v.InferInput<typeof observationRulesSchema>>;
  /** Who may. Left out: whoever may accept the pact of the process. */
  eligibility?: Translatable<v.InferInput<typeof eligibilitySchema>>;
  privacy: Translatable<v.InferInput<typeof privacyNoticeSchema>>;
  observations?: ObservationSeed[];
}
