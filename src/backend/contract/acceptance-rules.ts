import { acceptanceSchema, type Pact } from '../../model/pact.js';
import { receiptSchema } from '../../model/receipt.js';
import type { PactService } from '../backend.js';
import { hold, holdGivenUp, holdModel, holdRefused, holdSame, shown } from './expectations.js';
import { key } from './key.js';
import { NotApplicable, type Rule } from './subject.js';

/** What it says about accepting a pact. These checks leave acceptances behind. */
export const acceptanceRules: readonly Rule<'pacts'>[] = [
  {
    rule: 'knows of no acceptance when nobody is signed in',
    async check({ service, pact, signOut }) {
      await signOut();
      const acceptance = await service.acceptance(pact);
      hold(acceptance === undefined, `it gave ${shown(acceptance)}`);
    },
  },
  {
    rule: 'gives up the question for an acceptance as it gives up a read',
    check: ({ service, pact }) => holdGivenUp(signal => service.acceptance(pact, { signal }), 'before'),
  },
  {
    rule: 'refuses an acceptance as unauthenticated when nobody is signed in',
    async check({ service, pact, signOut }) {
      const { version } = await acceptable(service, pact);
      await signOut();
      await holdRefused(() => service.accept({ pact, version: version.number }, { idempotencyKey: key() }), 'unauthenticated');
    },
  },
  {
    rule: 'gives a receipt with a reference for an acceptance',
    async check({ service, pact, signIn }) {
      const { version } = await acceptable(service, pact);
      await signIn();
      const receipt = await service.accept({ pact, version: version.number }, { idempotencyKey: key() });
      holdModel(receiptSchema, receipt, 'the receipt');
    },
  },
  {
    rule: 'remembers the version that was accepted, with its receipt',
    async check({ service, pact, signIn }) {
      const { version } = await acceptable(service, pact);
      await signIn();
      const receipt = await service.accept({ pact, version: version.number }, { idempotencyKey: key() });
      const acceptance = await service.acceptance(pact);
      hold(acceptance !== undefined, 'it knew of no acceptance');
      holdModel(acceptanceSchema, acceptance, 'the acceptance');
      hold(acceptance.version === version.number, `it remembered version ${String(acceptance.version)}`);
      holdSame(receipt, acceptance.receipt, 'the receipt that it remembered');
    },
  },
  {
    rule: 'does nothing twice and gives the first receipt again when the same key comes again',
    async check({ service, pact, signIn }) {
      const { version } = await acceptable(service, pact);
      await signIn();
      const options = { idempotencyKey: key() };
      const first = await service.accept({ pact, version: version.number }, options);
      holdSame(first, await service.accept({ pact, version: version.number }, options), 'the second receipt');
      holdSame(first, (await service.acceptance(pact))?.receipt, 'the receipt that it remembered');
    },
  },
  {
    rule: 'gives nobody the receipt of somebody who signed out',
    async check({ service, pact, signIn, signOut }) {
      const { version } = await acceptable(service, pact);
      await signIn();
      const options = { idempotencyKey: key() };
      await service.accept({ pact, version: version.number }, options);
      await signOut();
      await holdRefused(() => service.accept({ pact, version: version.number }, options), 'unauthenticated');
      const acceptance = await service.acceptance(pact);
      hold(acceptance === undefined, `it gave ${shown(acceptance)}`);
    },
  },
  {
    rule: 'refuses a version that is not in force as a conflict',
    async check({ service, pact, signIn }) {
      const { versions } = await acceptable(service, pact);
      const old = versions.find(({ status }) => status.value !== 'in-force');
      if (!old) throw new NotApplicable('all versions of the pact are in force');
      await signIn();
      await holdRefused(() => service.accept({ pact, version: old.number }, { idempotencyKey: key() }), 'conflict');
    },
  },
  {
    rule: 'refuses to accept an unknown pact as not-found',
    async check({ service, unknown, pact, signIn }) {
      await acceptable(service, pact);
      await signIn();
      await holdRefused(() => service.accept({ pact: unknown, version: 1 }, { idempotencyKey: key() }), 'not-found');
    },
  },
  {
    rule: 'takes no acceptance that was given up before it began',
    async check({ service, pact, signIn }) {
      const { version } = await acceptable(service, pact);
      await signIn();
      const before = await service.acceptance(pact);
      const draft = { pact, version: version.number };
      await holdGivenUp(signal => service.accept(draft, { signal, idempotencyKey: key() }), 'before');
      holdSame(before, await service.acceptance(pact), 'the acceptance');
    },
  },
];

/** The pact, where it can be accepted at all. */
async function acceptable(service: PactService, id: string): Promise<Pact> {
  hold(typeof service.can.accept === 'boolean', `can.accept was ${shown(service.can.accept)}`);
  if (!service.can.accept) throw new NotApplicable('the backend says that it cannot take an acceptance');
  const pact = await service.get(id);
  if (!pact.version.acceptance) throw new NotApplicable('the pact does not ask to be accepted');
  return pact;
}
