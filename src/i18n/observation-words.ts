import type { ReportReason } from '../model/moderation.js';
import type { ObservationKind, ObservationSource, ObservationState } from '../model/observation.js';
import type { ResponseOutcome } from '../model/response.js';
import type { TextKey } from './texts.js';

/** What the kinds of observations are called. */
export const kindTexts: Readonly<Record<ObservationKind, TextKey>> = {
  remark: 'observation.kind.remark',
  amendment: 'observation.kind.amendment',
  proposal: 'observation.kind.proposal',
};

/** How far an observation has come, in a word or two. */
export const stateTexts: Readonly<Record<ObservationState, TextKey>> = {
  received: 'observation.state.received',
  'under-examination': 'observation.state.under-examination',
  answered: 'observation.state.answered',
  'in-final-text': 'observation.state.in-final-text',
  withdrawn: 'observation.state.withdrawn',
};

/** What the administration decided. */
export const outcomeTexts: Readonly<Record<ResponseOutcome, TextKey>> = {
  accepted: 'observation.outcome.accepted',
  'partly-accepted': 'observation.outcome.partly-accepted',
  rejected: 'observation.outcome.rejected',
  'not-pertinent': 'observation.outcome.not-pertinent',
};

/** By which way an observation came. */
export const sourceTexts: Readonly<Record<ObservationSource, TextKey>> = {
  online: 'observation.source.online',
  paper: 'observation.source.paper',
  counter: 'observation.source.counter',
  phone: 'observation.source.phone',
  meeting: 'observation.source.meeting',
};

/** Why a contribution is reported or hidden. */
export const reasonTexts: Readonly<Record<ReportReason, TextKey>> = {
  unlawful: 'observation.reason.unlawful',
  offensive: 'observation.reason.offensive',
  'personal-data': 'observation.reason.personal-data',
};
