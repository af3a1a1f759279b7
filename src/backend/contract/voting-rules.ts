import { bytesOf } from '../../model/log/base64.js';
import { isConsistent } from '../../model/log/consistency.js';
import { openLog } from '../../model/log/open-log.js';
import type { Ballot } from '../../model/ballot.js';
import type { Answer } from '../../model/vote.js';
import { checkVoteReceipt, voteCredentialSchema, voteReceiptSchema } from '../../model/vote-receipt.js';
import { hold, holdGivenUp, holdModel, holdRefused, holdSame } from './expectations.js';
import { key } from './key.js';
import { NotApplicable, type Rule, type RuleContext } from './subject.js';
import { voteFor } from './votes.js';

type Context = RuleContext<'ballots'>;

/** The open ballot, and somebody signed in who may vote. */
async function voting(context: Context): Promise<Ballot> {
  const { service } = context;
  if (!service.can.vote) throw new NotApplicable('the backend says that nobody can vote here');
  const ballot = await service.get(context.ballot());
  if (ballot.status.value !== 'open') throw new NotApplicable('the ballot is not open');
  await context.signIn();
  return ballot;
}

/** What it says about voting. These checks leave a vote behind. */
export const votingRules: readonly Rule<'ballots'>[] = [
  {
    rule: 'says of somebody who is signed in whether they may vote, and of nobody else anything',
    async check(context) {
      const { id } = await voting(context);
      const own = await context.service.own(id);
      hold(own?.verification.status.value === 'granted', `it said ${JSON.stringify(own)}`);
      await context.signOut();
      const out = await context.service.own(id).catch((error: unknown) => (error as { reason?: unknown }).reason);
      hold(out === undefined || out === 'unauthenticated', `when nobody is signed in it said ${JSON.stringify(out)}`);
    },
  },
  {
    rule: 'gives what a vote is cast with to nobody who is not signed in',
    async check(context) {
      const { id } = await voting(context);
      await context.signOut();
      await holdRefused(() => context.service.credential(id, { idempotencyKey: key() }), 'unauthenticated');
    },
  },
  {
    rule: 'gives one person one credential, however often they ask',
    async check(context) {
      const { id, secrecy } = await voting(context);
      if (secrecy.value !== 'pseudonymous') throw new NotApplicable('each credential of this ballot is given once');
      const [first, second] = await Promise.all([1, 2].map(() => context.service.credential(id, { idempotencyKey: key() })));
      holdModel(voteCredentialSchema, first, 'the credential');
      holdSame(first, second, 'the credential');
    },
  },
  {
    rule: 'gives a receipt by which anybody can see that the log holds the vote, and that says nothing of it',
    async check(context) {
      const ballot = await voting(context);
      const credential = await context.service.credential(ballot.id, { idempotencyKey: key() });
      const receipt = await context.service.cast({ vote: voteFor(ballot), credential }, { idempotencyKey: key() });
      holdModel(voteReceiptSchema, receipt, 'the receipt');
      hold((await context.service.own(ballot.id))?.voted !== 'no', 'it says that this person has not voted');
      if (!context.service.can.log) return;
      const log = await openLog(await context.service.log(ballot.id));
      const { type } = await checkVoteReceipt(receipt, log);
      if (type === 'not-checkable') throw new NotApplicable('this page has no cryptography');
      hold(type === 'included', `the check said '${type}'`);
    },
  },
  {
    rule: 'shows that the log only grew between two receipts',
    async check(context) {
      if (!context.service.can.log) throw new NotApplicable('the backend says that it has no log');
      const ballot = await voting(context);
      if (!ballot.changeable) throw new NotApplicable('votes of this ballot cannot be changed');
      const credential = await context.service.credential(ballot.id, { idempotencyKey: key() });
      const cast = () => context.service.cast({ vote: voteFor(ballot), credential }, { idempotencyKey: key() });
      const [older, newer] = [(await cast()).head, (await cast()).head];
      const path = (await context.service.consistency(ballot.id, { from: older.size, to: newer.size })).map(bytesOf);
      const seen = ({ size, root }: typeof older) => ({ size, root: bytesOf(root) });
      hold(await isConsistent(seen(older), seen(newer), path), 'the proof does not show it');
      hold(!(await isConsistent(seen(newer), seen(older), path)), 'the proof shows that it shrank, too');
    },
  },
  {
    rule: 'casts nothing twice when the same key comes again',
    async check(context) {
      const ballot = await voting(context);
      const credential = await context.service.credential(ballot.id, { idempotencyKey: key() });
      const [draft, options] = [{ vote: voteFor(ballot), credential }, { idempotencyKey: key() }];
      const [first, second] = await Promise.all([context.service.cast(draft, options), context.service.cast(draft, options)]);
      hold(first.index === second.index && first.commitment === second.commitment, 'there are two leaves');
    },
  },
  {
    rule: 'takes another vote in the place of the first, where the ballot allows it',
    async check(context) {
      const ballot = await voting(context);
      if (!ballot.changeable) throw new NotApplicable('votes of this ballot cannot be changed');
      const credential = await context.service.credential(ballot.id, { idempotencyKey: key() });
      const cast = () => context.service.cast({ vote: voteFor(ballot), credential }, { idempotencyKey: key() });
      const [first, second] = [await cast(), await cast()];
      hold(second.index > first.index, `the second has the place ${String(second.index)}`);
    },
  },
  {
    rule: 'refuses a vote with an option that is not there, and one that leaves a question out, as invalid',
    async check(context) {
      const ballot = await voting(context);
      const credential = await context.service.credential(ballot.id, { idempotencyKey: key() });
      const [question] = ballot.questions;
      if (!question) return;
      const unknown: Answer = { type: 'choices', question: question.id, choices: [context.unknown] };
      for (const answers of [[unknown], []]) {
        const vote = { ballot: ballot.id, version: ballot.version, answers };
        await holdRefused(() => context.service.cast({ vote, credential }, { idempotencyKey: key() }), 'invalid');
      }
    },
  },
  {
    rule: 'refuses a vote on another version of the ballot as a conflict',
    async check(context) {
      const ballot = await voting(context);
      const credential = await context.service.credential(ballot.id, { idempotencyKey: key() });
      const vote = { ...voteFor(ballot), version: ballot.version + 1 };
      await holdRefused(() => context.service.cast({ vote, credential }, { idempotencyKey: key() }), 'conflict');
    },
  },
  {
    rule: 'refuses a credential that nobody gave out as not-entitled',
    async check(context) {
      const ballot = await voting(context);
      const credential = await context.service.credential(ballot.id, { idempotencyKey: key() });
      const token = `${credential.token.startsWith('A') ? 'B' : 'A'}${credential.token.slice(1)}`;
      const draft = { vote: voteFor(ballot), credential: { ...credential, token } };
      await holdRefused(() => context.service.cast(draft, { idempotencyKey: key() }), 'not-entitled');
    },
  },
  {
    rule: 'casts nothing that was given up before it began',
    async check(context) {
      const ballot = await voting(context);
      const credential = await context.service.credential(ballot.id, { idempotencyKey: key() });
      const draft = { vote: voteFor(ballot), credential };
      await holdGivenUp(signal => context.service.cast(draft, { signal, idempotencyKey: key() }), 'before');
    },
  },
];
