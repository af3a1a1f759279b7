import type { Passage } from '../../model/document.js';
import type { ObservationDraft, ObservationReceipt } from '../../model/observation-draft.js';
import type { ObservationTerms } from '../../model/observation-terms.js';
import { plainParagraphs } from '../../model/richtext.js';
import { key } from './key.js';
import { NotApplicable, type RuleContext } from './subject.js';

type Context = RuleContext<'observations'>;

/** A draft that the terms allow: as little as they ask for. */
export function draftFor(terms: ObservationTerms, more: Partial<ObservationDraft> = {}): ObservationDraft {
  const { process, fields, themes, kinds } = terms;
  const [theme] = themes;
  if (!kinds.some(({ value }) => value === 'remark')) throw new NotApplicable('the process takes no remarks');
  if (fields.attachments === 'required') throw new NotApplicable('the process asks for an attachment with each observation');
  return {
    subject: { process: process.id },
    kind: 'remark',
    ...(fields.title === 'required' && { title: 'Contract' }),
    text: `A remark of the conformance suite, ${key()}.`,
    ...(fields.theme === 'required' && theme && { theme: theme.id }),
    ...(fields.place === 'required' && { place: { text: 'Town hall' } }),
    attachments: [],
    lang: 'en',
    ...more,
  };
}

/** The terms of the process, where observations can be made, by somebody who is signed in. */
export async function takingPart({ service, observations, signIn }: Context): Promise<ObservationTerms> {
  if (!service.can.submit) throw new NotApplicable('the backend says that it cannot take an observation');
  const terms = await service.terms(observations());
  if (terms.status.value !== 'open') throw new NotApplicable('no observations are taken now');
  await signIn();
  return terms;
}

/** Makes an observation. */
export async function submitted(context: Context, more: Partial<ObservationDraft> = {}): Promise<ObservationReceipt> {
  const terms = await takingPart(context);
  return context.service.submit(draftFor(terms, more), { idempotencyKey: key() });
}

/** A passage on which observations can be made, with the document and the version it is in, and its text. */
export async function passageFor({ backend, document, observations }: Context) {
  const { documents } = backend;
  if (!documents) throw new NotApplicable("the backend has no service 'documents'");
  const id = document();
  const { version, process } = await documents.get(id);
  if (process.id !== observations()) throw new NotApplicable('the document belongs to another process');
  const { items } = await documents.passages(id, { version: version.number, limit: 50 });
  const passage = items.find(({ observable, body }: Passage) => observable && body);
  if (!passage) throw new NotApplicable('no passage of the document takes observations');
  const text = plainParagraphs(passage.body?.blocks ?? []).join('\n');
  return { subject: { process: process.id, document: id, version: version.number, passage: passage.id }, text };
}
