import { isPlainDate } from '../../../src/model/time.js';
import { checkEligibility } from './check-eligibility.js';
import { below, type Fault } from './content-fault.js';
import { knownValues } from './known-values.js';
import { onlyOnce } from './only-once.js';
import type { ProcessContent } from './schema.js';
import { checkToken } from './check-token.js';

/** What the schema cannot say about a process. */
export function checkProcess({ phases, eligibility }: ProcessContent, fault: Fault): void {
  const at = below(fault, 'phases');
  onlyOnce(phases, at);
  phases.forEach(({ kind, start, end }, index) => {
    checkToken(kind, knownValues.phaseKind, below(at, index, 'kind'));
    if (start !== undefined && end !== undefined && isPlainDate(start) && isPlainDate(end) && end < start) {
      at([index, 'end'], `is before the start, ${start}`);
    }
  });
  // Several phases can be under way; but what is over and what is to come must be told apart (`phaseStatuses`).
  const active = phases.flatMap(({ active: is }, index) => (is ? [index] : []));
  const gap = active.find((index, position) => position > 0 && active[position - 1] !== index - 1);
  if (gap !== undefined) at([gap, 'active'], 'active phases must follow one another, without another phase between them');
  if (eligibility) checkEligibility(eligibility, below(fault, 'eligibility'));
}
