import { pactSchema, versionInForce } from '../../model/pact.js';
import type { PactService } from '../backend.js';
import { hold, holdGivenUp, holdLanguages, holdModel, holdRefused, holdSame, holdUnique, shown } from './expectations.js';
import { NotApplicable, type Rule } from './subject.js';

/** What it says about reading. What it says about accepting has a file of its own. */
export const pactRules: readonly Rule<'pacts'>[] = [
  {
    rule: 'answers with the pact that was asked for, as the model describes it',
    async check({ service, pact }) {
      const answer = await service.get(pact);
      hold(answer.id === pact, `the id was ${shown(answer.id)}`);
      holdModel(pactSchema, answer, 'the pact');
    },
  },
  {
    rule: 'says the language of every text',
    check: async ({ service, pact }) => holdLanguages(await service.get(pact)),
  },
  {
    rule: 'answers in a language it has when the one asked for is missing',
    async check({ service, pact }) {
      const answer = await service.get(pact, { locale: 'eo' });
      holdModel(pactSchema, answer, 'the pact');
      holdLanguages(answer);
    },
  },
  {
    rule: 'gives the version in force when none is named, or the newest when none is in force',
    async check({ service, pact }) {
      const answer = await service.get(pact);
      const right = versionInForce(answer)?.number ?? Math.max(...answer.versions.map(({ number }) => number));
      hold(answer.version.number === right, `it gave version ${String(answer.version.number)}, and ${String(right)} was right`);
    },
  },
  {
    rule: 'has the version that it shows in its list of versions, with the same status',
    async check({ service, pact }) {
      const { version, versions } = await service.get(pact);
      const line = versions.find(({ number }) => number === version.number);
      hold(line !== undefined, `version ${String(version.number)} is not among ${versions.map(each => each.number).join(', ')}`);
      const [inText, inList] = [version.status.value, line.status.value];
      hold(inText === inList, `version ${String(version.number)} is '${inText}', and '${inList}' in the list`);
    },
  },
  {
    rule: 'lists each version once and at most one as in force',
    async check({ service, pact }) {
      const { versions } = await service.get(pact);
      holdUnique(
        versions.map(({ number }) => number),
        'versions',
      );
      const inForce = versions.filter(({ status }) => status.value === 'in-force');
      hold(inForce.length <= 1, `in force were ${inForce.map(({ number }) => number).join(', ')}`);
    },
  },
  {
    rule: 'has each section once, so that links to it hold',
    async check({ service, pact }) {
      const { sections } = (await service.get(pact)).version;
      holdUnique(
        sections.map(({ id }) => id),
        'sections',
      );
    },
  },
  {
    rule: 'gives each of its versions when it is asked for by number',
    async check({ service, pact }) {
      ensureVersions(service);
      const { versions } = await service.get(pact);
      for (const { number } of versions.slice(0, 5)) {
        const answer = await service.get(pact, { version: number });
        hold(answer.version.number === number, `asked for ${String(number)} it gave ${String(answer.version.number)}`);
        holdModel(pactSchema, answer, `version ${String(number)}`);
        holdSame(versions, answer.versions, `the list of versions beside version ${String(number)}`);
      }
    },
  },
  {
    rule: 'refuses an unknown version as not-found',
    async check({ service, pact }) {
      ensureVersions(service);
      const { versions } = await service.get(pact);
      const unknown = Math.max(...versions.map(({ number }) => number)) + 1000;
      await holdRefused(() => service.get(pact, { version: unknown }), 'not-found');
    },
  },
  {
    rule: 'refuses an unknown id as not-found',
    check: ({ service, unknown }) => holdRefused(() => service.get(unknown), 'not-found'),
  },
  {
    rule: 'gives the same answer to the same question',
    async check({ service, pact }) {
      const together = await Promise.all([service.get(pact), service.get(pact)]);
      holdSame(together[0], together[1], 'the second answer');
      holdSame(together[0], await service.get(pact), 'the third answer');
    },
  },
  {
    rule: 'rejects with an AbortError when the call was given up before it began',
    check: ({ service, pact }) => holdGivenUp(signal => service.get(pact, { signal }), 'before'),
  },
  {
    rule: 'rejects with an AbortError when the call is given up while it goes on',
    check: ({ service, pact }) => holdGivenUp(signal => service.get(pact, { signal }), 'meanwhile'),
  },
];

function ensureVersions(service: PactService): void {
  hold(typeof service.can.versions === 'boolean', `can.versions was ${shown(service.can.versions)}`);
  if (!service.can.versions) throw new NotApplicable('the backend says that it cannot give older versions');
}
