import * as v from 'valibot';
import { attachmentSchema } from '../../model/attachment.js';
import { commentSchema } from '../../model/comment.js';
import { logDescriptionSchema } from '../../model/log/log-description.js';
import {
  observationLineSchema,
  observationPageSchema,
  observationSchema,
  observationSummarySchema,
  ownObservationsSchema,
} from '../../model/observation.js';
import { observationReceiptSchema } from '../../model/observation-draft.js';
import { observationTermsSchema } from '../../model/observation-terms.js';
import { pageSchema } from '../../model/page.js';
import type { ObservationService, ReadOptions, WriteOptions } from '../backend.js';
import { parseAnswer } from '../parse.js';
import type { Query } from './address.js';
import type { HttpClient } from './client.js';
import { upload } from './upload.js';

const segment = encodeURIComponent;

/** Where one observation is. Whoever types its number need not mind capitals. */
const of = (reference: string, part = ''): string => `observations/${segment(reference.trim().toUpperCase())}${part}`;

const similarSchema = v.object({ items: v.array(observationLineSchema) });
const likesSchema = v.object({ likes: v.number() });

/** Every call about observations, with the schemas of their answers. */
export function observationCalls(client: HttpClient): Omit<ObservationService, 'can' | 'openData'> {
  const ask = async <Answer>(
    schema: v.GenericSchema<unknown, Answer>,
    path: string,
    query: Query,
    { signal, personal = false }: Pick<ReadOptions, 'signal'> & { personal?: boolean },
  ): Promise<Answer> => {
    const url = client.url(`v1/${path}`, query);
    return parseAnswer(schema, await client.read(url, { signal, personal }), url);
  };
  const tell = async <Answer>(
    schema: v.GenericSchema<unknown, Answer>,
    path: string,
    body: unknown,
    { idempotencyKey, locale, signal }: WriteOptions,
  ): Promise<Answer> => {
    const url = client.url(`v1/${path}`, { locale });
    return parseAnswer(schema, await client.write(url, body, idempotencyKey, { signal }), url);
  };

  return {
    terms: (process, { locale, signal } = {}) =>
      ask(observationTermsSchema, `observation-terms/${segment(process)}`, { locale }, { signal }),
    list: (filter, { sort, cursor, limit, locale, signal } = {}) =>
      ask(observationPageSchema, 'observations', { ...filter, sort, cursor, limit, locale }, { signal }),
    summary: (filter, { locale, signal } = {}) =>
      ask(observationSummarySchema, 'observations/summary', { ...filter, locale }, { signal }),
    get: (reference, { locale, signal } = {}) => ask(observationSchema, of(reference), { locale }, { signal }),
    async similar(subject, text, { locale, signal } = {}) {
      const url = client.url('v1/observations/similar', { locale });
      // It changes nothing, so it needs no key; what somebody writes does not belong into an address.
      return parseAnswer(similarSchema, await client.post(url, { subject, text }, { signal }), url).items;
    },
    async own(process, { locale, signal } = {}) {
      signal?.throwIfAborted();
      if (!client.knowsPerson) return { observations: [], liked: [] };
      return ask(ownObservationsSchema, 'observations/own', { process, locale }, { signal, personal: true });
    },
    submit: (draft, options) => tell(observationReceiptSchema, 'observations', draft, options),
    edit: (reference, draft, options) => tell(observationReceiptSchema, of(reference, '/edit'), draft, options),
    async withdraw(reference, options) {
      await tell(v.unknown(), of(reference, '/withdrawal'), {}, options);
    },
    async attach(process, file, options) {
      const url = client.url('v1/attachments', { process, name: file.name });
      return parseAnswer(attachmentSchema, await upload(client, url, file, options), url);
    },
    comments: (reference, { cursor, limit, locale, signal } = {}) =>
      ask(pageSchema(commentSchema), of(reference, '/comments'), { cursor, limit, locale }, { signal }),
    comment: ({ reference, ...comment }, options) => tell(commentSchema, of(reference, '/comments'), comment, options),
    like: (reference, liked, options) => tell(likesSchema, of(reference, '/like'), { liked }, options),
    async report({ reference, ...report }, options) {
      await tell(v.unknown(), of(reference, '/reports'), report, options);
    },
    log: (process, { signal } = {}) => ask(logDescriptionSchema, `logs/${segment(process)}`, {}, { signal }),
  };
}
