import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { City } from '../city.js';
import { readForms } from '../http/form-body.js';
import { appeal } from '../moderation/appeal.js';
import type { Html } from '../pages/html.js';
import { sendMissingPage } from '../pages/missing-page.js';
import { Problem } from '../problems/problem.js';
import { visitorOf } from '../sign-in/know-visitor.js';
import type { Speaker } from '../words/words.js';
import { appealPage, appealPath } from './appeal-page.js';
import { formToken } from './form-token.js';
import { ownHidden } from './own-hidden.js';
import type { YouKey } from './you-words.js';

/** The largest form, in bytes: the longest reasons, in a script of many bytes, as forms write them. */
const largestForm = 64 * 1024;

const formSchema = v.record(v.string(), v.union([v.string(), v.array(v.string())]));
const params = v.object({ reference: v.pipe(v.string(), v.maxLength(60)) });
const querystring = v.object({
  comment: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  lang: v.exactOptional(v.string()),
});
const config = { personal: true, audience: 'own-site' } as const;

interface Named {
  Params: { reference: string };
  Querystring: v.InferOutput<typeof querystring>;
}
type Posted = Named & { Body: v.InferOutput<typeof formSchema> };

/** What the person's own page does for all its parts. */
interface OwnPage {
  readonly words: (request: FastifyRequest) => Speaker<YouKey>;
  readonly send: (reply: FastifyReply, t: Speaker<YouKey>, title: string, body: Html, path: string) => FastifyReply;
  readonly sendSignIn: (request: FastifyRequest, reply: FastifyReply, path: string) => FastifyReply;
  readonly act: (
    request: FastifyRequest<Posted>,
    reply: FastifyReply,
    work: () => Promise<FastifyReply>,
  ) => Promise<FastifyReply>;
}

/** What an address names: an observation, or a comment on one. */
const namedBy = ({ params: { reference }, query: { comment } }: FastifyRequest<Named>) => ({ reference, comment });

/** The page on which the author of what was hidden says why it should be seen. */
export function appealRoutes(app: FastifyInstance, city: City, { words, send, sendSignIn, act }: OwnPage): void {
  const show = async (request: FastifyRequest<Named>, reply: FastifyReply, refused?: string): Promise<FastifyReply> => {
    const named = namedBy(request);
    const t = words(request);
    const token = await formToken(city, request);
    if (!request.visitor || token === undefined) return sendSignIn(request, reply, appealPath(named));
    const own = await ownHidden(city, { ...named, visitor: request.visitor });
    if (!own) return sendMissingPage(reply, t.locale, city.settings);
    const body = appealPage({ t, token, own, refused });
    return send(reply.code(refused === undefined ? 200 : 422), t, t('appeal.title'), body, appealPath(own));
  };

  app.get<Named>('/you/appeal/:reference', { config, schema: { params, querystring, hide: true } }, (request, reply) =>
    show(request, reply),
  );

  void app.register((forms, _options, ready) => {
    readForms(forms, largestForm);
    const schema = { params, querystring, body: formSchema, hide: true };
    forms.post<Posted>('/you/appeal/:reference', { config, schema }, (request, reply) =>
      act(request, reply, async () => {
        const named = namedBy(request);
        const { text: field } = request.body;
        const text = typeof field === 'string' ? field.replaceAll('\r\n', '\n') : '';
        try {
          await appeal(city, { ...named, text, visitor: visitorOf(request) });
          city.news.changed();
        } catch (error) {
          const problem = error instanceof Problem ? error.problem : undefined;
          if (problem === 'invalid-fields') return show(request, reply, text);
          if (problem === 'not-found') return sendMissingPage(reply, words(request).locale, city.settings);
          // There is one already, perhaps from the first of two clicks: the page says so.
          if (problem !== 'not-asked') throw error;
        }
        return reply.redirect(`${appealPath(named)}lang=${words(request).locale}`, 303);
      }),
    );
    ready();
  });
}
