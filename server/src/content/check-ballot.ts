import { countingFits } from '../../../src/model/counting-fits.js';
import { checkEligibility } from './check-eligibility.js';
import { checkToken } from './check-token.js';
import { below, type Fault } from './content-fault.js';
import { knownValues } from './known-values.js';
import { onlyOnce } from './only-once.js';
import type { BallotContent } from './schema.js';

type QuestionContent = BallotContent['questions'][number];

/** What the schema cannot say about a ballot. What nobody can count or keep secret is refused here, not on the evening of the count. */
export function checkBallot(ballot: BallotContent, fault: Fault): void {
  const { questions, opens, closes, secrecy = 'pseudonymous', results = 'after-closing', eligibility } = ballot;
  if (Date.parse(closes) <= Date.parse(opens)) fault(['closes'], `is not after the opening, ${opens}`);
  onlyKnown(secrecy, knownValues.secrecy, below(fault, 'secrecy'));
  if (valueOf(secrecy) === 'blind') fault(['secrecy'], 'ballots that are blind are not offered by this server');
  onlyKnown(results, knownValues.resultsRule, below(fault, 'results'));
  onlyOnce(questions, below(fault, 'questions'));
  questions.forEach((question, index) => {
    checkQuestion(question, below(fault, 'questions', index));
  });
  if (eligibility) checkEligibility(eligibility, below(fault, 'eligibility'));
}

function checkQuestion(question: QuestionContent, fault: Fault): void {
  const { method, options, counting, rules = {} } = question;
  onlyKnown(method, knownValues.method, below(fault, 'method'));
  onlyKnown(counting.rule, knownValues.countingRule, below(fault, 'counting', 'rule'));
  onlyOnce(options, below(fault, 'options'));
  options.forEach(({ category, district }, index) => {
    if (category !== undefined) checkToken(category, [], below(fault, 'options', index, 'category'));
    if (district !== undefined) checkToken(district, [], below(fault, 'options', index, 'district'));
  });
  const [kind, rule] = [valueOf(method), valueOf(counting.rule)];
  if (!countingFits(kind, rule)) {
    fault(['counting', 'rule'], `'${rule}' cannot count answers of the method '${kind}'`);
  }
  if (rules.min !== undefined && rules.max !== undefined && rules.max < rules.min) {
    fault(['rules', 'max'], `is below the fewest, ${String(rules.min)}`);
  }
  if (kind === 'budget' || rule.startsWith('greedy') || rule === 'poznan' || rule === 'equal-shares') {
    if (!rules.budget) fault(['rules'], `with '${kind === 'budget' ? kind : rule}' there must be a budget`);
    const free = options.findIndex(({ cost }) => cost === undefined);
    if (free >= 0) fault(['options', free], 'must have a cost');
  }
  if (kind === 'points' && rules.points === undefined) fault(['rules'], `with 'points' it must say how many there are to give`);
  if (kind === 'score' && rules.grades === undefined) fault(['rules'], `with 'score' there must be grades`);
  if (rule === 'greedy-threshold' && counting.threshold === undefined) fault(['counting'], 'must say the threshold');
  const ids = new Set(options.map(({ id }) => id));
  counting.rivals?.forEach((rivals, index) => {
    const unknown = rivals.find(id => !ids.has(id));
    if (unknown !== undefined) fault(['counting', 'rivals', index], `there is no option '${unknown}'`);
  });
}

type Token = string | { value: unknown };

const valueOf = (token: Token): string => (typeof token === 'string' ? token : String(token.value));

/** Where a server has to act by it, a word for it does not help. */
function onlyKnown(token: Token, known: readonly string[], fault: Fault): void {
  if (!known.includes(valueOf(token))) fault([], `'${valueOf(token)}' is none of ${known.join(', ')}`);
}
