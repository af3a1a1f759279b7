import type { TextKey } from '../../../../src/i18n/texts.js';
import type { Words } from '../../../../src/i18n/words.js';
import type { Pact, PactStatus, PartyRole } from '../../../../src/model/pact.js';
import type { PhaseKind } from '../../../../src/model/phase.js';

/** What every part of a pact's text is made from. */
export interface PactView {
  words: Words;
  pact: Pact;
  /** Level of the title as a heading. */
  level: number;
  /** Address of the page with another version of the pact. */
  versionHref: (version: number) => string;
}

export const statusTexts: Readonly<Record<PactStatus, TextKey>> = {
  draft: 'pact-viewer.status.draft',
  'in-force': 'pact-viewer.status.in-force',
  superseded: 'pact-viewer.status.superseded',
};

export const roleTexts: Readonly<Record<PartyRole, TextKey>> = {
  administration: 'pact-viewer.role.administration',
  participants: 'pact-viewer.role.participants',
  guarantor: 'pact-viewer.role.guarantor',
  partner: 'pact-viewer.role.partner',
};

export const kindTexts: Readonly<Record<PhaseKind, TextKey>> = {
  information: 'common.phase.kind.information',
  gathering: 'common.phase.kind.gathering',
  discussion: 'common.phase.kind.discussion',
  vote: 'common.phase.kind.vote',
  drafting: 'common.phase.kind.drafting',
  decision: 'common.phase.kind.decision',
  response: 'common.phase.kind.response',
  monitoring: 'common.phase.kind.monitoring',
};

const tones: Readonly<Record<string, string>> = { draft: 'warning', 'in-force': 'success', superseded: 'muted' };

/** How the badge of a status looks. */
export const toneOf = (status: string): string => (Object.hasOwn(tones, status) ? (tones[status] ?? 'info') : 'info');
