import { checkEligibility } from './check-eligibility.js';
import { checkToken } from './check-token.js';
import { below, type Fault } from './content-fault.js';
import { knownValues } from './known-values.js';
import { onlyOnce } from './only-once.js';
import type { PactContent, PactVersionContent } from './schema.js';
import { termsIn } from './terms-in.js';

/** What the schema cannot say about a pact. */
export function checkPact({ versions }: PactContent, fault: Fault): void {
  let inForce: number | undefined;
  versions.forEach((version, index) => {
    const at = below(fault, 'versions', index);
    const { number } = version;
    const before = versions[index - 1]?.number;
    if (before !== undefined && before >= number)
      at(['number'], `version ${String(number)} stands after version ${String(before)}`);
    if (tokenOf(version.status) === 'in-force') {
      if (inForce !== undefined) at(['status'], `version ${String(inForce)} is in force too; only one can be`);
      inForce ??= number;
    }
    checkVersion(version, at);
  });
}

function checkVersion(
  { status, sections, parties, eligibility, glossary = [], ...texts }: PactVersionContent,
  fault: Fault,
): void {
  checkToken(status, knownValues.pactStatus, below(fault, 'status'));
  parties.forEach(({ role }, index) => checkToken(role, knownValues.partyRole, below(fault, 'parties', index, 'role')));
  checkEligibility(eligibility, below(fault, 'eligibility'));
  onlyOnce(sections, below(fault, 'sections'));
  onlyOnce(glossary, below(fault, 'glossary'));
  const terms = new Set(glossary.map(({ id }) => id));
  const explained = (text: unknown, ...path: (string | number)[]): void => {
    for (const term of termsIn(text)) if (!terms.has(term)) fault(path, `the glossary has no word with the id '${term}'`);
  };
  explained(texts.brief, 'brief');
  sections.forEach(({ body, plain }, index) => {
    explained(body, 'sections', index, 'body');
    explained(plain, 'sections', index, 'plain');
  });
}

const tokenOf = (token: string | { value: unknown }): unknown => (typeof token === 'string' ? token : token.value);
