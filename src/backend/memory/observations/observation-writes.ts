import * as v from 'valibot';
import { longestComment } from '../../../model/comment.js';
import { keptDraft } from '../../../model/kept-draft.js';
import { observationDraftSchema, type ObservationDraft, type ObservationReceipt } from '../../../model/observation-draft.js';
import type { ObservationTerms } from '../../../model/observation-terms.js';
import { dayIn } from '../../../model/time.js';
import { hasWords, lengthOf, tidied } from '../../../model/written-text.js';
import type { ObservationService, WriteOptions } from '../../backend.js';
import { BackendError } from '../../errors.js';
import { wait } from '../conditions.js';
import { checkSubject, checkWritten, refuse } from './draft-rules.js';
import { happened, likesOf, tokenOf, type KeptObservation } from './kept-observation.js';
import type { ObservationDesk } from './observation-desk.js';
import { commentOf } from './speak-observation.js';

type Writes = Pick<ObservationService, 'submit' | 'edit' | 'withdraw' | 'attach' | 'comment' | 'like' | 'report'>;

/** In so many parts a file arrives. */
const parts = 4;

/** What somebody may do. Each write happens once for its key. */
export function observationWrites(desk: ObservationDesk): Writes {
  const { city, store, files } = desk;

  /** Enters, and does it once. @param sender - Who it is; nobody where nobody has to sign in. */
  const write = async <Answer>(
    operation: string,
    sender: () => string,
    request: unknown,
    options: WriteOptions,
    work: () => Answer | Promise<Answer>,
  ): Promise<Answer> => {
    await city.enter(`observations.${operation}`, options);
    return desk.idempotent.once(sender(), options.idempotencyKey, [operation, request], work);
  };

  const somebody = (): string => desk.signedIn().nickname;
  const anybody = (): string => city.person()?.nickname ?? '';
  const asTerms = (process: string) => (): string => (desk.terms(process).signIn ? somebody() : anybody());

  return {
    async submit(given, options) {
      return write('submit', asTerms(given.subject.process), given, options, async () => {
        const draft = keptDraft(parsed(given));
        const { process } = draft.subject;
        const terms = desk.terms(process, options);
        refuseClosed(terms);
        const author = authorOf(desk, draft, terms);
        checkDraft(desk, draft, terms);
        const attachments = files.named(draft.attachments, process, anybody());
        const log = desk.logOf(process);
        await log.open();
        const at = city.now().toISOString();
        const year = Number(dayIn(at, terms.process.timeZone).slice(0, 4));
        // From here to the end of `add` nothing is waited for, so that no number is given twice and none is left out.
        const reference = store.nextReference(process, desk.seedOf(process).prefix, year);
        files.use(attachments);
        store.add(process, {
          ...writtenParts(draft),
          reference,
          subject: draft.subject,
          kind: draft.kind,
          state: 'received',
          source: draft.onBehalf?.source ?? 'online',
          receivedAt: at,
          attachments,
          ...(author !== undefined && { author }),
        });
        return receipt(desk, { reference, at, draft }, terms);
      });
    },

    async edit(reference, given, options) {
      return write('edit', somebody, [reference, given], options, async () => {
        const kept = ownOne(desk, reference);
        const { process } = kept;
        const terms = desk.terms(process, options);
        refuseUneditable(desk, kept, terms);
        const draft = keptDraft(parsed(given));
        refuse(changedParts(kept, draft));
        checkDraft(desk, draft, terms);
        const attachments = files.named(draft.attachments, process, anybody(), kept.seed.attachments);
        await desk.logOf(process).open();
        const at = city.now().toISOString();
        files.use(attachments);
        kept.seed = { ...withoutWords(kept), ...writtenParts(draft), attachments };
        happened(kept, 'edited', at);
        store.changed();
        return receipt(desk, { reference: kept.seed.reference, at, draft }, terms);
      });
    },

    async withdraw(reference, options) {
      return write('withdraw', somebody, reference, options, () => {
        const kept = ownOne(desk, reference);
        refuseUneditable(desk, kept, desk.terms(kept.process));
        kept.seed = { ...withoutWords(kept), text: { ...kept.seed.text, text: '' }, attachments: [], state: 'withdrawn' };
        happened(kept, 'withdrawn', city.now().toISOString());
        store.changed();
      });
    },

    async attach(process, file, options) {
      const { name, size, type } = file;
      return write('attach', asTerms(process), [process, name, size, type], options, async () => {
        const terms = desk.terms(process);
        refuseClosed(terms);
        if (terms.signIn && !desk.signedIn().role) desk.entitled(process);
        for (let part = 1; part <= parts; part += 1) {
          await wait(city.latency() / parts, options.signal);
          options.onProgress?.(part / parts);
        }
        return files.take(process, anybody(), file, terms);
      });
    },

    async comment({ reference, parent, text, alignment, lang }, options) {
      return write('comment', somebody, { reference, parent, text, alignment, lang }, options, () => {
        const kept = desk.readable(reference);
        const author = desk.entitled(kept.process).nickname;
        const { comments } = kept.seed;
        const words = tidied(text);
        const answered = comments.find(({ id }) => id === parent);
        refuse([
          ...(hasWords(words) && lengthOf(words) <= longestComment ? [] : [{ path: 'text' }]),
          ...(parent === undefined || (answered && answered.parent === undefined) ? [] : [{ path: 'parent' }]),
        ]);
        const id = `${kept.seed.reference}-${String(comments.length + 1)}`;
        const at = city.now().toISOString();
        const comment = { id, ...(parent !== undefined && { parent }), text: { lang, text: words }, author, alignment, at };
        comments.push(comment);
        store.changed();
        return commentOf(comment, part => part);
      });
    },

    async like(reference, liked, options) {
      return write('like', somebody, [reference, liked], options, () => {
        const kept = desk.readable(reference);
        const { nickname } = desk.entitled(kept.process);
        if (liked) kept.likedBy.add(nickname);
        else kept.likedBy.delete(nickname);
        store.changed();
        return { likes: likesOf(kept) };
      });
    },

    async report(draft, options) {
      return write('report', anybody, { ...draft }, options, () => {
        const { seed } = store.get(draft.reference);
        const { comment } = draft;
        if (comment !== undefined && !seed.comments.some(({ id }) => id === comment)) {
          throw new BackendError('not-found', `no comment ${comment}`);
        }
      });
    },
  };
}

/** @throws BackendError `invalid` for what is no draft. */
function parsed(given: ObservationDraft): ObservationDraft {
  const result = v.safeParse(observationDraftSchema, given);
  if (result.success) return result.output;
  const fields = result.issues.map(issue => ({ path: v.getDotPath(issue) ?? '', message: issue.message }));
  throw new BackendError('invalid', fields.map(({ path }) => path).join(', '), { fields });
}

function refuseClosed({ status }: ObservationTerms): void {
  if (status.value !== 'open') throw new BackendError('closed', 'no observations are taken now');
}

function refuseUneditable(desk: ObservationDesk, kept: KeptObservation, terms: ObservationTerms): void {
  if (!desk.isEditable(kept, terms)) throw new BackendError('closed', `${kept.seed.reference} cannot be changed any more`);
}

/** Under which nickname an observation stands; under none where somebody writes for somebody else. */
function authorOf(desk: ObservationDesk, { onBehalf, subject }: ObservationDraft, terms: ObservationTerms): string | undefined {
  if (onBehalf) {
    if (!desk.signedIn().role) throw new BackendError('not-entitled', 'only officials and helpers write for somebody else');
    return undefined;
  }
  return terms.signIn ? desk.entitled(subject.process).nickname : desk.city.person()?.nickname;
}

function checkDraft(desk: ObservationDesk, draft: ObservationDraft, terms: ObservationTerms): void {
  checkWritten(draft, terms);
  checkSubject(draft, (document, version, passage) => desk.city.passage(document, version, passage));
}

function ownOne(desk: ObservationDesk, reference: string): KeptObservation {
  const kept = desk.store.get(reference);
  if (kept.owner !== desk.signedIn().nickname) throw new BackendError('not-entitled', 'it is somebody else’s');
  return kept;
}

/** What somebody wrote. */
function writtenParts({ title, text, wording, theme, place, lang }: ObservationDraft) {
  return {
    ...(title !== undefined && { title: { lang, text: title } }),
    text: { lang, text },
    ...(wording && { wording }),
    ...(theme !== undefined && { theme }),
    ...(place && { place }),
  };
}

/** What stays when its author writes something else, or takes it back. */
function withoutWords({ seed }: KeptObservation): KeptObservation['seed'] {
  const rest = { ...seed };
  delete rest.title;
  delete rest.wording;
  delete rest.theme;
  delete rest.place;
  return rest;
}

/** An edited draft is about the same, and of the same kind. */
function changedParts({ seed, process }: KeptObservation, { subject, kind }: ObservationDraft) {
  const same =
    subject.process === process && subject.document === seed.subject.document && subject.passage === seed.subject.passage;
  const sameKind = kind === tokenOf(seed.kind);
  return [...(same ? [] : [{ path: 'subject' }]), ...(sameKind ? [] : [{ path: 'kind' }])];
}

async function receipt(
  desk: ObservationDesk,
  content: { reference: string; at: string; draft: ObservationDraft },
  { process, next, by }: ObservationTerms,
): Promise<ObservationReceipt> {
  const { reference, at } = content;
  const { salt, index, head, path } = await desk.logOf(process.id).add(content);
  return { reference, at, next, ...(by !== undefined && { by }), content, proof: { salt, index, head, path } };
}
