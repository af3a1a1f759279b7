import { currentVersion, documentSchema } from '../../model/document.js';
import type { DocumentService } from '../backend.js';
import { hold, holdGivenUp, holdLanguages, holdModel, holdRefused, holdSame, holdUnique, shown } from './expectations.js';
import { NotApplicable, type Rule } from './subject.js';

/** What it says about a document as a whole. What it says about its passages has a file of its own. */
export const documentRules: readonly Rule<'documents'>[] = [
  {
    rule: 'answers with the document that was asked for, as the model describes it',
    async check({ service, document }) {
      const answer = await service.get(document());
      hold(answer.id === document(), `the id was ${shown(answer.id)}`);
      holdModel(documentSchema, answer, 'the document');
    },
  },
  {
    rule: 'says the language of every text',
    check: async ({ service, document }) => holdLanguages(await service.get(document())),
  },
  {
    rule: 'answers in a language it has when the one asked for is missing',
    async check({ service, document }) {
      const answer = await service.get(document(), { locale: 'eo' });
      holdModel(documentSchema, answer, 'the document');
      holdLanguages(answer);
    },
  },
  {
    rule: 'gives the open version when none is named, or the newest when none is open',
    async check({ service, document }) {
      const { version, versions } = await service.get(document());
      const right = currentVersion(versions)?.number;
      hold(version.number === right, `it gave version ${String(version.number)}, and ${String(right)} was right`);
    },
  },
  {
    rule: 'has the version that it shows in its list of versions, just as it shows it, each of them once',
    async check({ service, document }) {
      const { version, versions } = await service.get(document());
      const numbers = versions.map(({ number }) => number);
      holdUnique(numbers, 'versions');
      holdSame(
        numbers.toSorted((a, b) => a - b),
        numbers,
        'the list of versions, oldest first,',
      );
      holdSame(
        versions.find(({ number }) => number === version.number),
        version,
        'the version',
      );
    },
  },
  {
    rule: 'has each passage once, so that links to it hold',
    async check({ service, document }) {
      const { contents } = await service.get(document());
      hold(contents.length > 0, 'the contents were empty');
      holdUnique(
        contents.map(({ id }) => id),
        'passages',
      );
    },
  },
  {
    rule: 'gives each of its versions when it is asked for by number',
    async check({ service, document }) {
      ensureVersions(service);
      const { versions } = await service.get(document());
      for (const { number } of versions.slice(0, 5)) {
        const answer = await service.get(document(), { version: number });
        hold(answer.version.number === number, `asked for ${String(number)} it gave ${String(answer.version.number)}`);
        holdModel(documentSchema, answer, `version ${String(number)}`);
        holdSame(versions, answer.versions, `the list of versions beside version ${String(number)}`);
      }
    },
  },
  {
    rule: 'refuses an unknown version as not-found',
    async check({ service, document }) {
      ensureVersions(service);
      const { versions } = await service.get(document());
      const unknown = Math.max(...versions.map(({ number }) => number)) + 1000;
      await holdRefused(() => service.get(document(), { version: unknown }), 'not-found');
      await holdRefused(() => service.passages(document(), { version: unknown }), 'not-found');
    },
  },
  {
    rule: 'refuses an unknown id as not-found',
    async check({ service, unknown }) {
      await holdRefused(() => service.get(unknown), 'not-found');
      await holdRefused(() => service.passages(unknown), 'not-found');
    },
  },
  {
    rule: 'gives the same answer to the same question',
    async check({ service, document }) {
      const together = await Promise.all([service.get(document()), service.get(document())]);
      holdSame(together[0], together[1], 'the second answer');
      holdSame(together[0], await service.get(document()), 'the third answer');
    },
  },
  {
    rule: 'rejects with an AbortError when the call was given up before it began',
    check: ({ service, document }) => holdGivenUp(signal => service.get(document(), { signal }), 'before'),
  },
  {
    rule: 'rejects with an AbortError when the call is given up while it goes on',
    check: ({ service, document }) => holdGivenUp(signal => service.get(document(), { signal }), 'meanwhile'),
  },
];

function ensureVersions(service: DocumentService): void {
  hold(typeof service.can.versions === 'boolean', `can.versions was ${shown(service.can.versions)}`);
  if (!service.can.versions) throw new NotApplicable('the backend says that it cannot give older versions');
}
