import { quoteOf } from '../../model/find-quote.js';
import { checkReceipt } from '../../model/log/check-receipt.js';
import { openLog } from '../../model/log/open-log.js';
import { observationReceiptSchema } from '../../model/observation-draft.js';
import { hold, holdGivenUp, holdModel, holdRefused, holdSame, shown } from './expectations.js';
import { key } from './key.js';
import { draftFor, passageFor, submitted, takingPart } from './observation-drafts.js';
import { NotApplicable, type Rule } from './subject.js';

/** What it says about making an observation. These checks leave observations behind. */
export const submissionRules: readonly Rule<'observations'>[] = [
  {
    rule: 'gives a receipt with a reference number for an observation',
    async check(context) {
      const receipt = await submitted(context);
      holdModel(observationReceiptSchema, receipt, 'the receipt');
      hold((await context.service.get(receipt.reference)).reference === receipt.reference, 'nothing is there under that number');
    },
  },
  {
    rule: 'gives a receipt by which anybody can see that the log holds what was sent',
    async check(context) {
      if (!context.service.can.log) throw new NotApplicable('the backend says that it has no log');
      const { content, proof } = await submitted(context);
      const log = await openLog(await context.service.log(context.observations()));
      const { type } = await checkReceipt(content, proof, log);
      if (type === 'not-checkable') throw new NotApplicable('this page has no cryptography');
      hold(type === 'included', `the check said '${type}'`);
      const other = await checkReceipt({ ...content, reference: 'XX-1999-000001' }, proof, log);
      hold(other.type === 'not-included', `for another content it said '${other.type}'`);
    },
  },
  {
    rule: 'gives numbers that follow one another, also when several come at once',
    async check(context) {
      const terms = await takingPart(context);
      const receipts = await Promise.all(
        Array.from({ length: 4 }, () => context.service.submit(draftFor(terms), { idempotencyKey: key() })),
      );
      const numbers = receipts.map(({ reference }) => Number(/\d+$/.exec(reference)?.[0])).sort((one, other) => one - other);
      hold(
        numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0)),
        `the numbers were ${numbers.join(', ')}`,
      );
    },
  },
  {
    rule: 'does nothing twice and gives the first receipt again when the same key comes again',
    async check(context) {
      const terms = await takingPart(context);
      const [draft, options] = [draftFor(terms), { idempotencyKey: key() }];
      const [first, second] = await Promise.all([context.service.submit(draft, options), context.service.submit(draft, options)]);
      holdSame(first, second, 'the second receipt');
      holdSame(first, await context.service.submit(draft, options), 'the third receipt');
    },
  },
  {
    rule: 'refuses a key that came with something else before as a conflict',
    async check(context) {
      const terms = await takingPart(context);
      const options = { idempotencyKey: key() };
      await context.service.submit(draftFor(terms), options);
      await holdRefused(() => context.service.submit(draftFor(terms), options), 'conflict');
    },
  },
  {
    rule: 'refuses an observation as unauthenticated when nobody is signed in, where somebody has to be',
    async check(context) {
      const terms = await takingPart(context);
      if (!terms.signIn) throw new NotApplicable('the process asks nobody to sign in');
      await context.signOut();
      await holdRefused(() => context.service.submit(draftFor(terms), { idempotencyKey: key() }), 'unauthenticated');
    },
  },
  {
    rule: 'refuses an observation in which nothing can be read, and one that is too long, as invalid',
    async check(context) {
      const terms = await takingPart(context);
      for (const text of ['', ' \n\u200B\u202E ', 'a'.repeat(terms.longest.text + 1)]) {
        await holdRefused(() => context.service.submit(draftFor(terms, { text }), { idempotencyKey: key() }), 'invalid');
      }
    },
  },
  {
    rule: 'refuses a kind and a theme that the process does not have as invalid',
    async check(context) {
      const terms = await takingPart(context);
      for (const more of [{ kind: 'no-such-kind' }, { theme: 'no-such-theme' }, { attachments: ['no-such-file'] }]) {
        await holdRefused(() => context.service.submit(draftFor(terms, more), { idempotencyKey: key() }), 'invalid');
      }
    },
  },
  {
    rule: 'keeps markup as the text that it is, and leaves out signs that hide or turn anything',
    async check(context) {
      const { reference } = await submitted(context, { text: 'A <b>bold</b> &amp; \u202Edlo\u202C idea\u200B.' });
      const { text } = (await context.service.get(reference)).text;
      hold(text === 'A <b>bold</b> &amp; dlo idea.', `it kept ${shown(text)}`);
    },
  },
  {
    rule: 'takes other words for quoted words of a passage, and keeps both wordings',
    async check(context) {
      const { subject, text } = await passageFor(context);
      const quote = quoteOf(text, { start: 0, end: Math.min(text.length, 20) });
      const wording = { before: quote.exact, after: 'Other words.' };
      const { reference } = await submitted(context, { kind: 'amendment', text: '', subject: { ...subject, quote }, wording });
      const kept = await context.service.get(reference);
      holdSame(wording, kept.wording, 'the wording');
      holdSame(quote, kept.subject.quote, 'the quote');
      const { items } = await context.service.list({ process: subject.process, passage: subject.passage });
      hold(
        items.some(line => line.reference === reference),
        'the list of the passage does not have it',
      );
    },
  },
  {
    rule: 'refuses words that do not stand in the passage, and a passage that is gone, as a conflict',
    async check(context) {
      const { subject } = await passageFor(context);
      const terms = await takingPart(context);
      const wording = { before: 'These words stand nowhere.', after: 'Other words.' };
      const quote = { exact: wording.before, prefix: '', suffix: '' };
      for (const more of [
        { kind: 'amendment', subject, wording },
        { subject: { ...subject, quote } },
        { subject: { ...subject, passage: 'no-such-passage' } },
      ]) {
        await holdRefused(() => context.service.submit(draftFor(terms, more), { idempotencyKey: key() }), 'conflict');
      }
    },
  },
  {
    rule: 'refuses to take an observation for an unknown process as not-found',
    async check(context) {
      const terms = await takingPart(context);
      const draft = draftFor(terms, { subject: { process: context.unknown } });
      await holdRefused(() => context.service.submit(draft, { idempotencyKey: key() }), 'not-found');
    },
  },
  {
    rule: 'takes no observation that was given up before it began',
    async check(context) {
      const terms = await takingPart(context);
      const own = async (): Promise<number> => (await context.service.own(context.observations())).observations.length;
      const before = await own();
      await holdGivenUp(signal => context.service.submit(draftFor(terms), { signal, idempotencyKey: key() }), 'before');
      hold((await own()) === before, 'there is one more');
    },
  },
];
