import { passageSchema, type Passage } from '../../model/document.js';
import type { Page } from '../../model/page.js';
import type { DocumentService, PassageOptions } from '../backend.js';
import { hold, holdGivenUp, holdLanguages, holdModel, holdRefused, holdSame, shown } from './expectations.js';
import { NotApplicable, type Rule } from './subject.js';

/** Passages of a page while walking. Small, so that a short document makes several pages. */
const limit = 3;

/** A longer document is walked as far as here. */
const mostPages = 40;

/** What it says about the passages of a document, page by page. */
export const passageRules: readonly Rule<'documents'>[] = [
  {
    rule: 'gives all passages in the order of the contents, each of them once',
    async check({ service, document }) {
      const { version, contents } = await service.get(document());
      const { items } = await walk(service, document(), { version: version.number });
      holdSame(inOrder(contents.slice(0, mostPages * limit)), inOrder(items), 'the order of the passages');
    },
  },
  {
    rule: 'says of a passage the same as the contents say of it',
    async check({ service, document }) {
      const { version, contents } = await service.get(document());
      const { items } = await service.passages(document(), { version: version.number });
      for (const passage of items) {
        const line = contents.find(({ id }) => id === passage.id);
        hold(line !== undefined, `the contents have no ${passage.id}`);
        for (const [key, value] of Object.entries(line)) {
          holdSame(value, passage[key as keyof Passage], `${key} of ${passage.id}`);
        }
      }
    },
  },
  {
    rule: 'gives passages as the model describes them, and says the language of every text',
    async check({ service, document }) {
      for (const locale of [undefined, 'eo']) {
        const { items } = await service.passages(document(), { locale });
        hold(items.length > 0, 'the first page was empty');
        for (const passage of items) holdModel(passageSchema, passage, `the passage ${passage.id}`);
        holdLanguages(items);
      }
    },
  },
  {
    rule: 'gives pages of at most the size that was asked for',
    async check({ service, document }) {
      const { sizes } = await walk(service, document());
      hold(
        sizes.every(size => size <= limit),
        `with a limit of ${String(limit)} the pages had ${sizes.join(', ')} passages`,
      );
    },
  },
  {
    rule: 'begins with the passage that it is asked to begin with, and goes on from there',
    async check({ service, document }) {
      const { version, contents } = await service.get(document());
      const from = contents[Math.min(4, contents.length - 1)]?.id ?? '';
      const { items } = await walk(service, document(), { version: version.number, from });
      const rest = contents.slice(contents.findIndex(({ id }) => id === from));
      holdSame(inOrder(rest.slice(0, mostPages * limit)), inOrder(items), `the order of the passages from ${from}`);
    },
  },
  {
    rule: 'refuses to begin with an unknown passage as not-found',
    check: ({ service, document, unknown }) => holdRefused(() => service.passages(document(), { from: unknown }), 'not-found'),
  },
  {
    rule: 'gives the passages of an older version when it is asked for them',
    async check({ service, document }) {
      const { version, versions } = await service.get(document());
      const older = versions.find(({ number }) => number !== version.number);
      if (!service.can.versions || !older) throw new NotApplicable('there is no other version to read');
      const { contents } = await service.get(document(), { version: older.number });
      const { items } = await walk(service, document(), { version: older.number });
      holdSame(inOrder(contents.slice(0, mostPages * limit)), inOrder(items), 'the order of the passages');
    },
  },
  {
    rule: 'gives up a page of passages as it gives up a read',
    async check({ service, document }) {
      await holdGivenUp(signal => service.passages(document(), { signal }), 'before');
      await holdGivenUp(signal => service.passages(document(), { signal }), 'meanwhile');
    },
  },
];

const inOrder = (passages: readonly { id: string }[]): string[] => passages.map(({ id }) => id);

async function walk(service: DocumentService, document: string, options: PassageOptions = {}) {
  const items: Passage[] = [];
  const sizes: number[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const page: Page<Passage> = await service.passages(document, { ...options, limit, cursor });
    items.push(...page.items);
    sizes.push(page.items.length);
    hold(cursor === undefined || page.next !== cursor, `the cursor ${shown(cursor)} leads to itself`);
    cursor = page.next;
    if (cursor === undefined) break;
  }
  return { items, sizes };
}
