import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { City } from '../city.js';
import { speakProcess } from '../content/speak.js';
import { readerLocale } from '../http/reader-locale.js';
import { html } from '../pages/html.js';
import { page } from '../pages/page.js';
import { noticeWords } from './notice-words.js';
import { confirmAddress, processOfToken, unsubscribe } from './subscriptions.js';

const tokenQuery = v.object({ token: v.pipe(v.string(), v.regex(/^[\w-]{20,100}$/)), lang: v.optional(v.string()) });

interface Asking {
  Querystring: v.InferOutput<typeof tokenQuery>;
}

/** What a letter's link leads to. Reading the page changes nothing, since mail programs follow links by themselves; its button does. */
export function noticePages(app: FastifyInstance, city: City): void {
  const schema = { querystring: tokenQuery, hide: true };

  const send = (request: FastifyRequest, reply: FastifyReply, name: Step, title?: string): FastifyReply => {
    const t = noticeWords(readerLocale(request, city.settings.locale));
    const { token } = request.query as Asking['Querystring'];
    const about = t(`${name}.about`, { title: title ?? '' });
    const body = html`<h1>${t(`${name}.title`)}</h1>
      <p>${about}</p>
      ${
        (name === 'confirm' || name === 'unsubscribe') &&
        html`<form method="post" action="/notices/${name}?token=${token}&amp;lang=${t.locale}">
          <p><button>${t(`${name}.button`)}</button></p>
        </form>`
      }
      <p><a href="/you?lang=${t.locale}">${t('your-page')}</a></p>`;
    return reply
      .code(name === 'gone' ? 404 : 200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page({ locale: t.locale, title: t(`${name}.title`), cityName: city.settings.cityName, body }));
  };

  /** The title of the process that the letters are about. */
  const titleFor = async (request: FastifyRequest, token: string): Promise<string | undefined> => {
    const id = await processOfToken(city, token);
    const process = id === undefined ? undefined : await city.content.process(id);
    const locale = readerLocale(request, city.settings.locale);
    return process ? speakProcess(process, { locale, fallback: city.settings.locale }).title.text : id;
  };

  for (const name of ['confirm', 'unsubscribe'] as const) {
    app.get<Asking>(`/notices/${name}`, { schema }, async (request, reply) => {
      const title = await titleFor(request, request.query.token);
      return title === undefined ? send(request, reply, 'gone') : send(request, reply, name, title);
    });
  }

  app.register(async scope => {
    // The button sends a form; a mail program may send any (RFC 8058, 3.2). The address says all there is to know.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 4096 }, (_request, _body, done) => done(null));

    scope.post<Asking>('/notices/confirm', { schema, config: { audience: 'own-site' } }, async (request, reply) => {
      const title = await titleFor(request, request.query.token);
      const done = await confirmAddress(city, request.query.token);
      return done ? send(request, reply, 'confirmed', title) : send(request, reply, 'gone');
    });

    // The programs of the big mail providers send many from few addresses, and none of them may be turned away.
    scope.post<Asking>(
      '/notices/unsubscribe',
      { schema, config: { audience: 'anyone', rate: 'free' } },
      async (request, reply) => {
        await unsubscribe(city, request.query.token);
        return send(request, reply, 'unsubscribed');
      },
    );
    await Promise.resolve();
  });
}

type Step = 'confirm' | 'confirmed' | 'unsubscribe' | 'unsubscribed' | 'gone';
