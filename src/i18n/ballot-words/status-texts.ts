import type { TextKey } from '../texts.js';
import type { BallotStatus } from '../../model/ballot.js';

/** What the stages of a ballot are called. */
export const ballotStatusTexts: Readonly<Record<BallotStatus, TextKey>> = {
  open: 'voting-widget.status.open',
  'not-yet-open': 'voting-widget.status.not-yet-open',
  counting: 'voting-widget.status.counting',
  counted: 'voting-widget.status.counted',
};
