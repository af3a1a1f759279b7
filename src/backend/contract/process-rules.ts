import { processSchema } from '../../model/process.js';
import type { Page } from '../../model/page.js';
import type { Process } from '../../model/process.js';
import type { ProcessService } from '../backend.js';
import { hold, holdGivenUp, holdLanguages, holdModel, holdRefused, holdSame, holdUnique, shown } from './expectations.js';
import { NotApplicable, type Rule } from './subject.js';

/** Items of a page while walking. Small, so that a few processes make several pages. */
const limit = 2;

/** A city with more processes than this is walked as far as here. */
const mostPages = 100;

export const processRules: readonly Rule<'processes'>[] = [
  {
    rule: 'answers with the process that was asked for, as the model describes it',
    async check({ service, process }) {
      const answer = await service.get(process);
      hold(answer.id === process, `the id was ${shown(answer.id)}`);
      holdModel(processSchema, answer, 'the process');
    },
  },
  {
    rule: 'says the language of every text',
    check: async ({ service, process }) => holdLanguages(await service.get(process)),
  },
  {
    rule: 'answers in a language it has when the one asked for is missing',
    async check({ service, process }) {
      const answer = await service.get(process, { locale: 'eo' });
      holdModel(processSchema, answer, 'the process');
      holdLanguages(answer);
    },
  },
  {
    rule: 'says which phases are active, with no other phase between them',
    async check({ service, process }) {
      const { phases } = await service.get(process);
      for (const { id, active } of phases) hold(typeof active === 'boolean', `phase ${id} has active ${shown(active)}`);
      const flags = phases.map(phase => (phase.active ? 'a' : '-')).join('');
      hold(
        /^-*a*-*$/.test(flags),
        `the phases were ${phases.map(({ id, active }) => (active ? `${id} (active)` : id)).join(', ')}`,
      );
      holdUnique(
        phases.map(({ id }) => id),
        'phases',
      );
    },
  },
  {
    rule: 'refuses an unknown id as not-found',
    check: ({ service, unknown }) => holdRefused(() => service.get(unknown), 'not-found'),
  },
  {
    rule: 'gives the same answer to the same question',
    async check({ service, process }) {
      const together = await Promise.all([service.get(process), service.get(process)]);
      holdSame(together[0], together[1], 'the second answer');
      holdSame(together[0], await service.get(process), 'the third answer');
    },
  },
  {
    rule: 'rejects with an AbortError when the call was given up before it began',
    check: ({ service, process }) => holdGivenUp(signal => service.get(process, { signal }), 'before'),
  },
  {
    rule: 'rejects with an AbortError when the call is given up while it goes on',
    check: ({ service, process }) => holdGivenUp(signal => service.get(process, { signal }), 'meanwhile'),
  },
  {
    rule: 'goes on answering one reader when another gives up the same read',
    async check({ service, process }) {
      const abort = new AbortController();
      const given = service.get(process, { signal: abort.signal }).catch(() => undefined);
      const kept = service.get(process);
      abort.abort();
      await given;
      hold((await kept).id === process, 'the other reader got another process');
    },
  },
  {
    rule: 'walks the whole list by cursor, without repeating an item',
    async check({ service, process }) {
      const { items, ended } = await walk(service);
      const ids = items.map(({ id }) => id);
      holdUnique(ids, 'processes');
      hold(!ended || ids.includes(process), `the list ended without ${process}: ${ids.join(', ')}`);
    },
  },
  {
    rule: 'gives pages of at most the size that was asked for',
    async check({ service }) {
      const { sizes } = await walk(service);
      hold(
        sizes.every(size => size <= limit),
        `with a limit of ${String(limit)} the pages had ${sizes.join(', ')} items`,
      );
    },
  },
  {
    rule: 'lists processes as the model describes them',
    async check({ service }) {
      const { items } = await walk(service, 1);
      for (const item of items) holdModel(processSchema, item, `the process ${item.id}`);
      holdLanguages(items);
    },
  },
  {
    rule: 'gives up a list as it gives up a read',
    async check({ service }) {
      ensureList(service);
      await holdGivenUp(signal => service.list({ signal }), 'before');
      await holdGivenUp(signal => service.list({ signal }), 'meanwhile');
    },
  },
];

async function walk(service: ProcessService, pages = mostPages) {
  ensureList(service);
  const items: Process[] = [];
  const sizes: number[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < pages; count += 1) {
    const page: Page<Process> = await service.list({ limit, cursor });
    items.push(...page.items);
    sizes.push(page.items.length);
    cursor = page.next;
    if (cursor === undefined) return { items, sizes, ended: true };
  }
  return { items, sizes, ended: false };
}

function ensureList(service: ProcessService): void {
  hold(typeof service.can.list === 'boolean', `can.list was ${shown(service.can.list)}`);
  if (!service.can.list) throw new NotApplicable('the backend says that it cannot list processes');
}
