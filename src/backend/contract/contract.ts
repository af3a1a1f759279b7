import type { Backend } from '../backend.js';
import { acceptanceRules } from './acceptance-rules.js';
import { ballotRules } from './ballot-rules.js';
import { documentRules } from './document-rules.js';
import { shown } from './expectations.js';
import { observationRules } from './observation-rules.js';
import { ownObservationRules } from './own-observation-rules.js';
import { pactRules } from './pact-rules.js';
import { passageRules } from './passage-rules.js';
import { processRules } from './process-rules.js';
import { reactionRules } from './reaction-rules.js';
import { sessionRules } from './session-rules.js';
import { submissionRules } from './submission-rules.js';
import { NotApplicable, type ContractService, type ContractSubject, type Rule, type RuleContext } from './subject.js';
import { votingRules } from './voting-rules.js';

export { NotApplicable, type ContractService, type ContractSubject } from './subject.js';

/** One rule, ready to be tried on a backend. */
export interface ContractCheck {
  /** The rule in words, after its service: `pacts: refuses an unknown id as not-found`. */
  name: string;
  service: ContractService;
  /** Rejects with an `Error` that says the rule and what came instead, or with `NotApplicable` when the rule cannot be tried. */
  run: () => Promise<void>;
}

export interface ContractResult {
  name: string;
  outcome: 'passed' | 'failed' | 'skipped';
  /** What came instead of what the rule asks for, or why the check was skipped. */
  why?: string;
}

/**
 * All rules that a backend must keep, as checks for any test runner. They need no framework and no page.
 *
 * Run them against a trial installation: they accept a pact, make observations and vote in the name of whoever `signIn` signs in.
 */
export function contractChecks<Tested extends Backend>(subject: ContractSubject<Tested>): ContractCheck[] {
  const checks = <Service extends ContractService>(service: Service, rules: readonly Rule<Service>[]): ContractCheck[] =>
    rules.map(({ rule, check }) => {
      const name = `${service}: ${rule}`;
      return { name, service, run: () => tried(name, subject, async () => check(await contextFor(service, subject))) };
    });
  return [
    ...checks('session', sessionRules),
    ...checks('processes', processRules),
    ...checks('pacts', [...pactRules, ...acceptanceRules]),
    ...checks('documents', [...documentRules, ...passageRules]),
    ...checks('ballots', [...ballotRules, ...votingRules]),
    ...checks('observations', [...observationRules, ...submissionRules, ...ownObservationRules, ...reactionRules]),
  ];
}

/** Tries all rules, one after the other, and reports on each of them. Never rejects. */
export async function runContract<Tested extends Backend>(subject: ContractSubject<Tested>): Promise<ContractResult[]> {
  const results: ContractResult[] = [];
  for (const { name, run } of contractChecks(subject)) {
    try {
      await run();
      results.push({ name, outcome: 'passed' });
    } catch (error) {
      const outcome = error instanceof NotApplicable ? 'skipped' : 'failed';
      results.push({ name, outcome, why: (error as Error).message });
    }
  }
  return results;
}

async function contextFor<Tested extends Backend, Service extends ContractService>(
  name: Service,
  {
    backend: make,
    process,
    pact,
    document,
    observations,
    ballot,
    unknown = 'there-is-no-such-thing',
    signIn,
    signOut,
  }: ContractSubject<Tested>,
): Promise<RuleContext<Service>> {
  const backend = await make();
  const service = (backend as Backend)[name];
  if (!service) throw new NotApplicable(`the backend has no service '${name}'`);
  return {
    service: service,
    backend,
    process,
    pact,
    document() {
      if (document === undefined) throw new NotApplicable('the subject names no document');
      return document;
    },
    observations() {
      if (observations === undefined) throw new NotApplicable('the subject names no process that takes observations');
      return observations;
    },
    ballot() {
      if (ballot === undefined) throw new NotApplicable('the subject names no ballot');
      return ballot;
    },
    unknown,
    async signIn() {
      if (!signIn) throw new NotApplicable('it needs somebody who is signed in, and the subject has no signIn');
      await signIn(backend);
    },
    async signOut() {
      await signOut?.(backend);
      if (signOut || (await backend.session?.current(process))?.type !== 'signed-in') return;
      throw new NotApplicable('somebody is signed in, and the subject has no signOut');
    },
  };
}

/** Runs a check within its time and puts the rule before what came instead. */
async function tried(name: string, { timeout = 10_000 }: { timeout?: number }, check: () => Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`there was no answer in ${String(timeout)} ms`));
    }, timeout);
  });
  try {
    await Promise.race([check(), limit]);
  } catch (error) {
    if (error instanceof NotApplicable) throw error;
    const instead = error instanceof Error && error.name === 'Error' ? error.message : `it failed with ${shown(error)}`;
    throw new Error(`The rule: ${name}. What came instead: ${instead}.`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
