import { ownObservationsSchema } from '../../model/observation.js';
import { attachmentSchema } from '../../model/attachment.js';
import { hold, holdModel, holdRefused, holdSame, shown } from './expectations.js';
import { key } from './key.js';
import { draftFor, submitted, takingPart } from './observation-drafts.js';
import { NotApplicable, type Rule, type RuleContext } from './subject.js';

/** What it says about what belongs to one person. These checks leave observations behind. */
export const ownObservationRules: readonly Rule<'observations'>[] = [
  {
    rule: 'knows of nothing that is one’s own when nobody is signed in',
    async check({ service, observations, signOut }) {
      const process = observations();
      await signOut();
      holdSame({ observations: [], liked: [] }, await service.own(process), 'what it gave');
    },
  },
  {
    rule: 'gives what somebody just sent as their own, at once',
    async check(context) {
      const { reference } = await submitted(context);
      const own = await context.service.own(context.observations());
      holdModel(ownObservationsSchema, own, 'what is one’s own');
      hold(own.observations[0]?.reference === reference, `the first one is ${shown(own.observations[0]?.reference)}`);
    },
  },
  {
    rule: 'puts another text in the place of the earlier one, with a receipt of its own',
    async check(context) {
      const terms = await takingPart(context);
      const { reference } = await editable(context);
      const draft = draftFor(terms, { text: 'What I meant is something else.' });
      const receipt = await context.service.edit(reference, draft, { idempotencyKey: key() });
      hold(receipt.reference === reference, `the receipt is for ${receipt.reference}`);
      const [own] = (await context.service.own(context.observations())).observations;
      hold(own?.text.text === draft.text, `the text is ${shown(own?.text)}`);
      hold(
        own.history.some(({ event }) => event.value === 'edited'),
        `its history is ${shown(own.history)}`,
      );
    },
  },
  {
    rule: 'shows nothing of the text once its author took it back, and that it was there',
    async check(context) {
      const { reference } = await editable(context);
      await context.service.withdraw(reference, { idempotencyKey: key() });
      const { text, state, editable: still } = await ownOne(context, reference);
      hold(text.text === '' && state.value === 'withdrawn' && !still, `it is ${shown({ text, state, still })}`);
    },
  },
  {
    rule: 'refuses to edit and to withdraw when nobody is signed in',
    async check(context) {
      const { reference } = await editable(context);
      const terms = await context.service.terms(context.observations());
      await context.signOut();
      const options = { idempotencyKey: key() };
      await holdRefused(() => context.service.edit(reference, draftFor(terms), options), 'unauthenticated');
      await holdRefused(() => context.service.withdraw(reference, options), 'unauthenticated');
    },
  },
  {
    rule: 'takes a file and keeps it with the observation that names it',
    async check(context) {
      const terms = await attaching(context);
      const file = new File([pixel()], 'one pixel.png', { type: 'image/png' });
      const process = context.observations();
      const attachment = await context.service.attach(process, file, { idempotencyKey: key() });
      holdModel(attachmentSchema, attachment, 'the attachment');
      hold(attachment.type === 'image/png' && attachment.size > 0, `it is ${shown(attachment)}`);
      const draft = draftFor(terms, { attachments: [attachment.id] });
      const { reference } = await context.service.submit(draft, { idempotencyKey: key() });
      const own = await ownOne(context, reference);
      holdSame(
        [attachment.id],
        own.attachments.map(({ id }) => id),
        'the attachments',
      );
    },
  },
  {
    rule: 'refuses a file that is not what its name and type say as invalid',
    async check(context) {
      await attaching(context);
      const file = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'photo.png', { type: 'image/png' });
      await holdRefused(() => context.service.attach(context.observations(), file, { idempotencyKey: key() }), 'invalid');
    },
  },
];

type Context = RuleContext<'observations'>;

/** Something of one's own that can be edited. */
async function editable(context: Context) {
  if (!context.service.can.edit) throw new NotApplicable('the backend says that nothing can be edited');
  const { reference } = await submitted(context);
  const own = await ownOne(context, reference);
  if (!own.editable) throw new NotApplicable('the process lets nobody edit');
  return own;
}

async function ownOne({ service, observations }: Context, reference: string) {
  const own = (await service.own(observations())).observations.find(each => each.reference === reference);
  hold(own !== undefined, `${reference} is not there as one’s own`);
  return own;
}

async function attaching(context: Context) {
  if (!context.service.can.attach) throw new NotApplicable('the backend says that it takes no files');
  const terms = await takingPart(context);
  const { fields, attachments } = terms;
  if (fields.attachments === 'off' || attachments.most < 1 || !attachments.types.includes('image/png')) {
    throw new NotApplicable('the process takes no such files');
  }
  return terms;
}

/** The smallest picture there is: one pixel as PNG. */
function pixel(): Uint8Array<ArrayBuffer> {
  const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
  return Uint8Array.from(atob(base64), sign => sign.charCodeAt(0));
}
