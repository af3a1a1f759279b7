import type { CountingRule, Method, ResultsRule, Secrecy } from '../../../src/model/ballot.js';
import type { DocumentStatus, PassageKind } from '../../../src/model/document.js';
import type { IdentityProof, Tie } from '../../../src/model/eligibility.js';
import type { PactStatus, PartyRole } from '../../../src/model/pact.js';
import type { PhaseKind } from '../../../src/model/phase.js';

/** The compiler says when the model has a value more than these. */
const values = <Known extends string>(known: Record<Known, true>): readonly string[] => Object.keys(known);

/** States and kinds for which every widget has words. Any other needs a label of its own, and so a slip of the pen is found. */
export const knownValues = {
  phaseKind: values<PhaseKind>({
    information: true,
    gathering: true,
    discussion: true,
    vote: true,
    drafting: true,
    decision: true,
    response: true,
    monitoring: true,
  }),
  pactStatus: values<PactStatus>({ draft: true, 'in-force': true, superseded: true }),
  documentStatus: values<DocumentStatus>({ draft: true, open: true, closed: true, adopted: true, superseded: true }),
  passageKind: values<PassageKind>({ part: true, chapter: true, article: true, paragraph: true, annex: true }),
  partyRole: values<PartyRole>({ administration: true, participants: true, guarantor: true, partner: true }),
  tie: values<Tie>({ resident: true, 'city-user': true, anyone: true }),
  identityProof: values<IdentityProof>({ spid: true, cie: true, 'municipal-account': true, 'in-person': true, none: true }),
  method: values<Method>({
    single: true,
    multiple: true,
    approval: true,
    budget: true,
    points: true,
    ranking: true,
    score: true,
  }),
  countingRule: values<CountingRule>({
    plurality: true,
    approval: true,
    points: true,
    borda: true,
    score: true,
    'majority-judgment': true,
    'instant-runoff': true,
    schulze: true,
    greedy: true,
    'greedy-no-skip': true,
    'greedy-threshold': true,
    'greedy-exclusive': true,
    poznan: true,
    'equal-shares': true,
  }),
  secrecy: values<Secrecy>({ pseudonymous: true, blind: true }),
  resultsRule: values<ResultsRule>({ 'after-closing': true, 'while-open': true, 'for-voters': true }),
} as const;
