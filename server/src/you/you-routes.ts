import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { City } from '../city.js';
import { readForms } from '../http/form-body.js';
import { readerLocale } from '../http/reader-locale.js';
import { noticesDraftSchema, offeredKinds } from '../notices/kinds.js';
import { endNotices, noticesOf, subscribe } from '../notices/subscriptions.js';
import { html, type Html } from '../pages/html.js';
import { page } from '../pages/page.js';
import { eraseEverythingOf } from '../privacy/erasure.js';
import { exportOf } from '../privacy/export.js';
import { everythingOf } from '../privacy/given.js';
import { Problem, type ProblemName } from '../problems/problem.js';
import { withId } from '../routes/parameters.js';
import { visitorOf } from '../sign-in/know-visitor.js';
import { nicknameLength } from '../sign-in/nickname-rules.js';
import { Nicknames } from '../sign-in/nicknames.js';
import { clearSessionCookie } from '../sign-in/session-cookie.js';
import { Sessions } from '../sign-in/sessions.js';
import { signInWords } from '../sign-in/sign-in-words.js';
import type { Speaker } from '../words/words.js';
import { appealRoutes } from './appeal-routes.js';
import { erasePage } from './erase-page.js';
import { formToken, isFromOwnPage } from './form-token.js';
import { youPage, type Refused } from './you-page.js';
import { processesOfPerson } from './you-view.js';
import { youWords, type YouKey } from './you-words.js';

const done = ['letters', 'confirm', 'no-letters', 'nickname'] as const;

/** What is said of a request for letters that is refused. */
const refusals: Partial<Record<ProblemName, YouKey>> = {
  'too-many-requests': 'letters.too-many',
  'invalid-fields': 'letters.refused',
};

/** A form of this page; what else is in it each route looks at itself. */
const formSchema = v.record(v.string(), v.union([v.string(), v.array(v.string())]));
type Form = v.InferOutput<typeof formSchema>;

const config = { personal: true, audience: 'own-site' } as const;

/** The person's own page: what they gave, the letters they get, everything as a file, and the way to erase it. */
export function youRoutes(app: FastifyInstance, city: City): void {
  const { settings, database, keys, content } = city;
  const nicknames = new Nicknames(database.db, keys, settings.cityName);
  const sessions = new Sessions(database.db, keys, settings.sessionMinutes * 60_000);

  const words = (request: FastifyRequest): Speaker<YouKey> => youWords(readerLocale(request, settings.locale));
  const languagesOf = (request: FastifyRequest) => ({ locale: words(request).locale, fallback: settings.locale });

  const send = (reply: FastifyReply, t: Speaker<YouKey>, title: string, body: Html, path = '/you'): FastifyReply =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .send(page({ locale: t.locale, title, cityName: settings.cityName, body, inLanguage: tag => `${path}?lang=${tag}` }));

  const sendYou = async (request: FastifyRequest, reply: FastifyReply, refused?: Refused): Promise<FastifyReply> => {
    const t = words(request);
    const token = await formToken(city, request);
    if (!request.visitor || token === undefined) return sendSignIn(request, reply);
    const { done: name } = request.query as { done?: string };
    const known = done.find(each => each === name);
    const nickname = await nicknames.of(request.visitor.identity);
    const processes = await processesOfPerson(city, request.visitor, languagesOf(request));
    const body = youPage({ t, token, nickname, processes, refused, done: known && !refused ? t(`done.${known}`) : undefined });
    return send(reply.code(refused ? 422 : 200), t, t('title'), body);
  };

  const sendSignIn = (request: FastifyRequest, reply: FastifyReply, path = '/you'): FastifyReply => {
    const t = words(request);
    const back = encodeURIComponent(`${path}?lang=${t.locale}`);
    const body = html`<h1>${t('title')}</h1>
      <p>${t('sign-in.about')}</p>
      <p><a href="/api/v1/session/sign-in?locale=${t.locale}&amp;return=${back}">${t('sign-in')}</a></p>`;
    return send(reply, t, t('title'), body, path);
  };

  /** Does what a form asks for, when it is from this page and somebody is signed in. */
  const act = async (
    request: FastifyRequest<{ Body: Form }>,
    reply: FastifyReply,
    work: () => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const t = words(request);
    if (!request.visitor) return reply.redirect(`/you?lang=${t.locale}`, 303);
    if (await isFromOwnPage(city, request, request.body['token'])) return work();
    const body = html`<h1>${t('expired.title')}</h1>
      <p>${t('expired.about')}</p>
      <p><a href="/you?lang=${t.locale}">${t('title')}</a></p>`;
    return send(reply.code(403), t, t('expired.title'), body);
  };
  const back = (request: FastifyRequest, reply: FastifyReply, name: (typeof done)[number]): FastifyReply =>
    reply.redirect(`/you?lang=${words(request).locale}&done=${name}`, 303);

  app.get('/you', { config, schema: { hide: true } }, (request, reply) => sendYou(request, reply));

  app.get('/you/download', { config, schema: { hide: true } }, async (request, reply) => {
    const data = await exportOf(city, visitorOf(request), words(request).locale);
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="portico.json"')
      .send(JSON.stringify(data, undefined, 2));
  });

  const sendErase = async (request: FastifyRequest, reply: FastifyReply, unconfirmed: boolean): Promise<FastifyReply> => {
    const t = words(request);
    const token = await formToken(city, request);
    if (!request.visitor || token === undefined) return sendSignIn(request, reply);
    const given = await everythingOf(city, request.visitor, languagesOf(request));
    const contributions = given.reduce((sum, { contributions: some }) => sum + some.length, 0);
    return send(
      reply.code(unconfirmed ? 422 : 200),
      t,
      t('erase.title'),
      erasePage({ t, token, contributions, unconfirmed }),
      '/you/erase',
    );
  };
  app.get('/you/erase', { config, schema: { hide: true } }, (request, reply) => sendErase(request, reply, false));

  appealRoutes(app, city, { words, send, sendSignIn, act });

  void app.register((forms, _options, ready) => {
    readForms(forms);
    const schema = { body: formSchema, hide: true };

    forms.post<{ Body: Form }>('/you/nickname', { config, schema }, (request, reply) =>
      act(request, reply, async () => {
        const { identity } = visitorOf(request);
        const typed = textOf(request.body['nickname']);
        const fault = await nicknames.change(identity, typed);
        if (fault) {
          const message = signInWords(words(request).locale)(`nickname.${fault}`, nicknameLength);
          return sendYou(request, reply, { form: 'nickname', message, typed });
        }
        await sessions.rename(identity, await nicknames.of(identity));
        return back(request, reply, 'nickname');
      }),
    );

    forms.post<{ Body: Form; Params: { id: string } }>(
      '/you/letters/:id',
      { config, schema: { ...schema, params: withId } },
      (request, reply) =>
        act(request, reply, async () => {
          const process = await content.process(request.params.id);
          if (!process) throw new Problem('not-found');
          const write = { process, visitor: visitorOf(request), key: keyOf(request.body['key']) };
          if (request.body['action'] === 'stop') {
            await endNotices(city, write);
            return back(request, reply, 'no-letters');
          }
          const t = words(request);
          const typed = textOf(request.body['address']);
          const { kinds: before } = await noticesOf(city, process.id, write.visitor);
          const notShown = before.filter(kind => !offeredKinds.includes(kind));
          const wanted = {
            kinds: [...notShown, ...[request.body['kinds[]'] ?? []].flat()],
            ...(typed.trim() !== '' && { address: typed }),
          };
          const draft = v.safeParse(noticesDraftSchema, wanted);
          const refuse = (message: YouKey): Promise<FastifyReply> =>
            sendYou(request, reply, { form: process.id, message: t(message), typed });
          if (!draft.success) return refuse('letters.refused');
          const asked = await refusable(() => subscribe(city, { ...write, draft: draft.output, locale: t.locale }));
          if ('refused' in asked) return refuse(asked.refused);
          return back(request, reply, asked.confirmed ? 'letters' : 'confirm');
        }),
    );

    forms.post<{ Body: Form }>('/you/erase', { config, schema }, (request, reply) =>
      act(request, reply, async () => {
        if (request.body['confirm'] !== 'yes') return sendErase(request, reply, true);
        await eraseEverythingOf(city, visitorOf(request));
        clearSessionCookie(reply);
        const t = words(request);
        return send(
          reply,
          t,
          t('erased.title'),
          html`<h1>${t('erased.title')}</h1>
            <p>${t('erased.about')}</p>`,
        );
      }),
    );
    ready();
  });
}

/** Lets the page say what a script would get as a problem. */
async function refusable<Answer>(work: () => Promise<Answer>): Promise<Answer | { refused: YouKey }> {
  try {
    return await work();
  } catch (error) {
    const refused = error instanceof Problem ? refusals[error.problem] : undefined;
    if (refused === undefined) throw error;
    return { refused };
  }
}

const textOf = (field: string | string[] | undefined): string => (typeof field === 'string' ? field : '');

/** The key of a form, by which a second click does nothing twice. */
function keyOf(field: string | string[] | undefined): string {
  const key = textOf(field);
  if (!/^[\w-]{8,100}$/.test(key)) throw new Problem('idempotency-key-missing');
  return key;
}
