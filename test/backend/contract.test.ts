import { expect } from '@open-wc/testing';
import { ballots } from '../../demo/data/ballots/ballots.js';
import { anna } from '../../demo/data/people.js';
import type { Backend } from '../../src/backend/backend.js';
import { compose } from '../../src/backend/compose.js';
import {
  contractChecks,
  NotApplicable,
  runContract,
  type ContractCheck,
  type ContractSubject,
} from '../../src/backend/contract/contract.js';
import { http } from '../../src/backend/http/http.js';
import { memory, type MemoryBackend } from '../../src/backend/memory/memory.js';
import { observationSeed } from '../../stories/support/observation-seed.js';
import { demoBackend, testNow } from '../support/pact-page.js';

const ids = {
  process: 'aria-clima',
  pact: 'aria-clima-2026',
  document: 'piano-aria-clima',
  observations: 'aria-clima',
  ballot: 'bilancio',
};

const observedCity = (): MemoryBackend => memory({ ...observationSeed, ballots }, { now: () => testNow });

const memorySubject: ContractSubject<MemoryBackend> = {
  ...ids,
  backend: observedCity,
  signIn: backend => backend.signIn(anna),
  signOut: backend => backend.signOut(),
};

let scenario = 0;
const setPerson = (name: string): void => {
  document.cookie = `person=${name}; path=/; SameSite=Lax`;
};
const httpSubject: ContractSubject = {
  ...ids,
  backend: () => http(`/api/fine-contract${String((scenario += 1))}/`),
  signIn: () => setPerson('anna'),
  signOut: () => setPerson(''),
};

/** Rules for a page where nobody can be known; everywhere else they cannot be tried. */
const handsOver = ({ name }: ContractCheck): boolean => /^session: lea(ds to|ves)/.test(name);

function keepsTheContract<Tested extends Backend>(
  name: string,
  subject: ContractSubject<Tested>,
  wanted: (check: ContractCheck) => boolean = check => !handsOver(check),
): void {
  describe(`the contract, kept by the ${name} backend`, () => {
    afterEach(() => setPerson(''));
    for (const check of contractChecks(subject).filter(wanted)) {
      it(check.name, async function () {
        try {
          await check.run();
        } catch (error) {
          if (error instanceof NotApplicable) this.skip();
          throw error;
        }
      });
    }
  });
}

keepsTheContract('memory', memorySubject);
keepsTheContract('http', httpSubject);
keepsTheContract(
  'http (on a page of somebody else)',
  { ...ids, backend: () => http(`/api/fine-contract${String((scenario += 1))}/`, { credentials: 'omit', pages: '/' }) },
  handsOver,
);

describe('the conformance suite', () => {
  it('names the rule that a backend breaks', async () => {
    const broken = (): MemoryBackend => {
      const backend = demoBackend();
      const pacts = { ...backend.pacts, get: () => Promise.reject(new TypeError('no')) };
      return compose(backend, { pacts }) as MemoryBackend;
    };
    const results = await runContract({ ...memorySubject, backend: broken });
    const failed = results.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
    expect(failed.some(name => /^pacts: .*unknown/.test(name))).to.equal(true);
    expect(results.find(({ outcome }) => outcome === 'failed')?.why).to.contain('The rule: pacts:');
    expect(results.filter(({ name, outcome }) => name.startsWith('session') && outcome === 'failed')).to.deep.equal([]);
  });

  it('lists what it could not try, with the reason', async () => {
    const results = await runContract({ ...ids, backend: () => ({ pacts: demoBackend().pacts }) });
    const skipped = results.filter(({ outcome }) => outcome === 'skipped');
    expect(skipped.length).to.be.greaterThan(5);
    expect(skipped.find(({ name }) => name.startsWith('processes'))?.why).to.contain("no service 'processes'");
  });
});
