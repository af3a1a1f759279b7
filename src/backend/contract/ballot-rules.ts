import { ballotSchema } from '../../model/ballot.js';
import { logDescriptionSchema } from '../../model/log/log-description.js';
import { hold, holdGivenUp, holdLanguages, holdModel, holdRefused, holdSame, holdUnique } from './expectations.js';
import { NotApplicable, type Rule } from './subject.js';

/** What it says about reading a ballot. */
export const ballotRules: readonly Rule<'ballots'>[] = [
  {
    rule: 'gives a ballot as the model has it, each text with its language',
    async check({ service, ballot }) {
      const answer = await service.get(ballot());
      holdModel(ballotSchema, answer, 'the ballot');
      holdLanguages(answer);
      hold(answer.id === ballot(), `it gave the ballot ${answer.id}`);
    },
  },
  {
    rule: 'names each question once, and each option of a question once',
    async check({ service, ballot }) {
      const { questions } = await service.get(ballot());
      holdUnique(
        questions.map(({ id }) => id),
        'the question',
      );
      for (const { options } of questions) {
        holdUnique(
          options.map(({ id }) => id),
          'the option',
        );
      }
    },
  },
  {
    rule: 'gives the same ballot twice',
    async check({ service, ballot }) {
      holdSame(await service.get(ballot()), await service.get(ballot()), 'the ballot');
    },
  },
  {
    rule: 'refuses an unknown ballot as not-found',
    async check({ service, unknown, ballot }) {
      ballot();
      await holdRefused(() => service.get(unknown), 'not-found');
    },
  },
  {
    rule: 'gives up reading when it is told to',
    async check({ service, ballot }) {
      for (const when of ['before', 'meanwhile'] as const) await holdGivenUp(signal => service.get(ballot(), { signal }), when);
    },
  },
  {
    rule: 'publishes neither whole votes nor what was counted while a ballot is open',
    async check({ service, ballot }) {
      const id = ballot();
      if ((await service.get(id)).status.value !== 'open') throw new NotApplicable('the ballot is not open');
      await holdRefused(() => service.votes(id), 'not-found');
      await holdRefused(() => service.counted(id), 'not-found');
    },
  },
  {
    rule: 'lets everybody ask the log of a ballot for its keys, where it says that it has one',
    async check({ service, ballot }) {
      if (!service.can.log) throw new NotApplicable('the backend says that it has no log');
      holdModel(logDescriptionSchema, await service.log(ballot()), 'the log');
    },
  },
];
