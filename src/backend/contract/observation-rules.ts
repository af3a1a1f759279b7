import {
  observationPageSchema,
  observationSchema,
  observationSummarySchema,
  type ObservationFilter,
  type ObservationLine,
  type ObservationPage,
} from '../../model/observation.js';
import { observationTermsSchema } from '../../model/observation-terms.js';
import type { ObservationService } from '../backend.js';
import {
  hold,
  holdGivenUp,
  holdLanguages,
  holdModel,
  holdRefused,
  holdSame,
  holdSoon,
  holdUnique,
  shown,
} from './expectations.js';
import { submitted } from './observation-drafts.js';
import { NotApplicable, type Rule, type RuleContext } from './subject.js';

/** Observations of a page while walking, and how many pages are walked at most. */
const limit = 5;
const mostPages = 40;

/** What it says about the observations of a process. Some of these checks leave observations behind. */
export const observationRules: readonly Rule<'observations'>[] = [
  {
    rule: 'says what has to be known before somebody writes',
    async check({ service, observations }) {
      for (const locale of [undefined, 'eo']) {
        const terms = await service.terms(observations(), { locale });
        holdModel(observationTermsSchema, terms, 'the terms');
        holdLanguages(terms);
        hold(terms.process.id === observations(), `the terms are those of ${terms.process.id}`);
      }
    },
  },
  {
    rule: 'refuses the terms of an unknown process as not-found',
    check: ({ service, unknown }) => holdRefused(() => service.terms(unknown), 'not-found'),
  },
  {
    rule: 'gives a page of observations as the model describes it, and says the language of every text',
    async check(context) {
      await enough(context, 1);
      const page = await context.service.list({ process: context.observations() });
      holdModel(observationPageSchema, page, 'the page');
      holdLanguages(page);
      hold(page.total >= page.items.length, `it says that there are ${String(page.total)} in all`);
    },
  },
  {
    rule: 'gives every observation once, the newest first, in pages of at most the size that was asked for',
    async check(context) {
      await enough(context, limit + 1);
      const { items, sizes, total } = await walk(context.service, { process: context.observations() });
      hold(
        sizes.every(size => size <= limit),
        `with a limit of ${String(limit)} the pages had ${sizes.join(', ')} observations`,
      );
      holdUnique(
        items.map(({ reference }) => reference),
        'the reference number',
      );
      if (sizes.length < mostPages) hold(items.length === total, `it said ${String(total)} and gave ${String(items.length)}`);
      const times = items.map(({ receivedAt }) => Date.parse(receivedAt));
      holdSame(
        times.toSorted((one, other) => other - one),
        times,
        'the order',
      );
    },
  },
  {
    rule: 'goes on where a page ended, although something new came in meanwhile',
    async check(context) {
      await enough(context, 3);
      const filter = { process: context.observations() };
      const first = await context.service.list(filter, { limit: 2 });
      await submitted(context);
      const second = await context.service.list(filter, { limit: 2, cursor: first.next });
      holdUnique(
        [...first.items, ...second.items].map(({ reference }) => reference),
        'the reference number',
      );
    },
  },
  {
    rule: 'gives only what a filter asks for',
    async check(context) {
      await enough(context, 1);
      const process = context.observations();
      for (const [filter, holds] of filters(process)) {
        const { items } = await context.service.list(filter);
        hold(items.every(holds), `${shown(filter)} gave something else`);
      }
      const none = await context.service.list({ process, state: 'no-such-state' });
      hold(none.total === 0 && none.items.length === 0, `an unknown state gave ${shown(none)}`);
    },
  },
  {
    rule: 'finds what was sent by its words and by its reference number',
    async check(context) {
      if (!context.service.can.search) throw new NotApplicable('the backend says that it cannot search');
      const word = `zirbelkiefer${String(Date.now() % 1_000_000)}`;
      const { reference } = await submitted(context, { text: `Plant one ${word} in each street.` });
      for (const text of [word, reference]) {
        const { items } = await context.service.list({ process: context.observations(), text });
        hold(
          items.some(line => line.reference === reference),
          `'${text}' found ${shown(items)}`,
        );
      }
    },
  },
  {
    rule: 'counts in its summary what its list gives',
    async check(context) {
      await enough(context, 1);
      const filter = { process: context.observations() };
      const summary = await context.service.summary(filter);
      holdModel(observationSummarySchema, summary, 'the summary');
      const { total } = summary;
      await holdSoon(async () => {
        const [{ total: counted }, list] = [
          await context.service.summary(filter),
          await context.service.list(filter, { limit: 1 }),
        ];
        hold(counted === list.total, `the summary says ${String(counted)}, the list ${String(list.total)}`);
      });
      for (const tallied of [summary.states, summary.kinds, summary.sources]) {
        const sum = tallied.reduce((all, { count }) => all + count, 0);
        hold(sum === total, `${shown(tallied)} makes ${String(sum)} of ${String(total)}`);
      }
    },
  },
  {
    rule: 'gives an observation whole, also when its number is written in small letters with blanks around it',
    async check(context) {
      const { reference } = await submitted(context);
      const observation = await context.service.get(reference);
      holdModel(observationSchema, observation, 'the observation');
      holdLanguages(observation);
      holdSame(observation, await context.service.get(` ${reference.toLowerCase()} `), 'the observation');
      hold(
        observation.history.some(({ event }) => event.value === 'received'),
        `its history is ${shown(observation.history)}`,
      );
    },
  },
  {
    rule: 'refuses an unknown reference number as not-found',
    async check({ service, observations }) {
      observations();
      await holdRefused(() => service.get('XX-1999-000001'), 'not-found');
      await holdRefused(() => service.comments('XX-1999-000001'), 'not-found');
    },
  },
  {
    rule: 'gives up a read that nobody waits for any more',
    async check({ service, observations }) {
      const process = observations();
      for (const when of ['before', 'meanwhile'] as const) {
        await holdGivenUp(signal => service.list({ process }, { signal }), when);
        await holdGivenUp(signal => service.summary({ process }, { signal }), when);
      }
    },
  },
];

const filters = (process: string): readonly (readonly [ObservationFilter, (line: ObservationLine) => boolean])[] => [
  [{ process, kind: 'remark' }, ({ kind }) => kind.value === 'remark'],
  [{ process, state: 'received' }, ({ state }) => state.value === 'received'],
  [{ process, source: 'online' }, ({ source }) => source.value === 'online'],
  [{ process, outcome: 'accepted' }, ({ outcome }) => outcome?.value === 'accepted'],
];

/** Makes observations until there are so many. */
async function enough(context: RuleContext<'observations'>, wanted: number): Promise<void> {
  const { total } = await context.service.list({ process: context.observations() }, { limit: 1 });
  for (let count = total; count < wanted; count += 1) await submitted(context);
}

async function walk(service: ObservationService, filter: ObservationFilter) {
  const items: ObservationLine[] = [];
  const sizes: number[] = [];
  let page: ObservationPage | undefined;
  do {
    const cursor = page?.next;
    page = await service.list(filter, { limit, cursor });
    hold(cursor === undefined || page.next !== cursor, `the cursor ${shown(cursor)} leads to itself`);
    items.push(...page.items);
    sizes.push(page.items.length);
  } while (page.next !== undefined && sizes.length < mostPages);
  return { items, sizes, total: page.total };
}
