import type { ProcessContent } from './schema.js';
import { checkToken } from './check-token.js';
import { below, type Fault } from './content-fault.js';
import { knownValues } from './known-values.js';

/** What the schema cannot say about who may take part. */
export function checkEligibility(eligibility: NonNullable<ProcessContent['eligibility']>, fault: Fault): void {
  const { minAge, maxAge, ties = [], identity = [] } = eligibility;
  if (minAge !== undefined && maxAge !== undefined && maxAge < minAge)
    fault(['maxAge'], `is less than minAge, ${String(minAge)}`);
  ties.forEach((tie, index) => checkToken(tie, knownValues.tie, below(fault, 'ties', index)));
  identity.forEach((proof, index) => checkToken(proof, knownValues.identityProof, below(fault, 'identity', index)));
}
