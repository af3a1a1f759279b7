import { commentSchema, longestComment, type CommentDraft } from '../../model/comment.js';
import { hold, holdModel, holdRefused, holdSame, shown } from './expectations.js';
import { key } from './key.js';
import { draftFor, submitted, takingPart } from './observation-drafts.js';
import { NotApplicable, type Rule, type RuleContext } from './subject.js';

/** What it says about what people say of an observation. These checks leave observations and comments behind. */
export const reactionRules: readonly Rule<'observations'>[] = [
  {
    rule: 'keeps a comment and an answer to it, the oldest first',
    async check(context) {
      const { service } = context;
      const draft = await commenting(context);
      const first = await service.comment(draft, { idempotencyKey: key() });
      holdModel(commentSchema, first, 'the comment');
      const answer = await service.comment({ ...draft, parent: first.id, text: 'And so do I.' }, { idempotencyKey: key() });
      hold(answer.parent === first.id, `the answer answers ${shown(answer.parent)}`);
      const { items } = await service.comments(draft.reference);
      holdSame(
        [first.id, answer.id],
        items.map(({ id }) => id),
        'the order of the comments',
      );
    },
  },
  {
    rule: 'knows two levels of comments and no third',
    async check(context) {
      const draft = await commenting(context);
      const first = await context.service.comment(draft, { idempotencyKey: key() });
      const answer = await context.service.comment({ ...draft, parent: first.id }, { idempotencyKey: key() });
      const third = { ...draft, parent: answer.id };
      await holdRefused(() => context.service.comment(third, { idempotencyKey: key() }), 'invalid');
    },
  },
  {
    rule: 'refuses a comment in which nothing can be read, and one that is too long, as invalid',
    async check(context) {
      const draft = await commenting(context);
      for (const text of [' \u200B ', 'a'.repeat(longestComment + 1)]) {
        await holdRefused(() => context.service.comment({ ...draft, text }, { idempotencyKey: key() }), 'invalid');
      }
    },
  },
  {
    rule: 'refuses a comment as unauthenticated when nobody is signed in',
    async check(context) {
      const draft = await commenting(context);
      await context.signOut();
      await holdRefused(() => context.service.comment(draft, { idempotencyKey: key() }), 'unauthenticated');
    },
  },
  {
    rule: 'says a comment once, however often its key comes',
    async check(context) {
      const draft = await commenting(context);
      const options = { idempotencyKey: key() };
      holdSame(await context.service.comment(draft, options), await context.service.comment(draft, options), 'the comment');
      hold((await context.service.comments(draft.reference)).items.length === 1, 'it stands there more than once');
    },
  },
  {
    rule: 'counts each person’s like once, and takes it back',
    async check(context) {
      const { service } = context;
      const { reference } = await reacting(context, 'like');
      const likes = async (liked: boolean): Promise<number> =>
        (await service.like(reference, liked, { idempotencyKey: key() })).likes;
      holdSame([1, 1], [await likes(true), await likes(true)], 'the number of likes');
      holdSame(
        [reference],
        (await service.own(context.observations())).liked.filter(each => each === reference),
        'what is liked',
      );
      holdSame([0, 0], [await likes(false), await likes(false)], 'the number of likes');
    },
  },
  {
    rule: 'takes a report of an observation',
    async check(context) {
      const { reference } = await reacting(context, 'report');
      await context.service.report({ reference, reason: 'personal-data', note: 'A trial.' }, { idempotencyKey: key() });
      hold((await context.service.get(reference)).hidden === undefined, 'a report alone hid it');
    },
  },
  {
    rule: 'finds what says something like a text, at most five, and keeps nothing of it',
    async check(context) {
      const { service } = context;
      const terms = await takingPart(context);
      const text = 'Benches under plane trees along the riverside promenade for grandparents.';
      const { reference } = await service.submit(draftFor(terms, { text }), { idempotencyKey: key() });
      const process = context.observations();
      const found = await service.similar({ process }, 'Grandparents want benches under trees along the riverside promenade');
      hold(found.length <= 5, `it gave ${String(found.length)}`);
      hold(
        found.length > 0 && (found.length === 5 || found.some(line => line.reference === reference)),
        `it gave ${shown(found)}`,
      );
      const none = await service.similar({ process }, 'Xylophon quittengelb zwölftönig wolkenbruch');
      holdSame([], none, 'what it found for other words');
    },
  },
];

/** An observation to react to. */
async function reacting(context: RuleContext<'observations'>, what: 'comment' | 'like' | 'report') {
  if (!context.service.can[what]) throw new NotApplicable(`the backend says that it cannot '${what}'`);
  return submitted(context);
}

/** A comment that is still to be made. */
async function commenting(context: RuleContext<'observations'>): Promise<CommentDraft> {
  const { reference } = await reacting(context, 'comment');
  return { reference, text: 'I see it in the same way.', alignment: 'for', lang: 'en' };
}
