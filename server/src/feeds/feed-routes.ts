import type { FastifyInstance } from 'fastify';
import { icalendarOf } from '../../../src/model/calendar.js';
import type { City } from '../city.js';
import { speakProcess, type Languages } from '../content/speak.js';
import type { ProcessContent } from '../content/schema.js';
import type { KeptAnswers } from '../http/kept-answers.js';
import { Problem } from '../problems/problem.js';
import { inLocale, withId } from '../routes/parameters.js';
import { atom, type FeedEntry } from './atom.js';
import { feedWords } from './feed-words.js';
import { newsOf, pageOf } from './news.js';

/** How much is in a feed: readers come often and want what is new. */
const most = 50;

const atomType = 'application/atom+xml; charset=utf-8';

interface OfProcess {
  Params: { id: string };
  Querystring: { locale?: string };
}

/** News for feed readers and dates for calendars, which nobody has to leave an address for. */
export function feedRoutes(app: FastifyInstance, city: City, answers: KeptAnswers): void {
  const { content, settings, database } = city;
  const languagesOf = ({ locale = settings.locale }: { locale?: string }): Languages => ({ locale, fallback: settings.locale });

  const published = async (): Promise<Date> => {
    const row = await database.db.selectFrom('content_revision').select('changed_at').executeTakeFirst();
    return row?.changed_at ?? new Date(0);
  };
  const known = async (id: string): Promise<ProcessContent> => {
    const process = await content.process(id);
    if (!process) throw new Problem('not-found');
    return process;
  };
  const news = async (process: ProcessContent, languages: Languages, since: Date): Promise<FeedEntry[]> =>
    newsOf({ process, pacts: await content.pactsOf(process.id), url: settings.url, published: since }, languages);

  app.get<OfProcess>(
    '/processes/:id/feed.xml',
    { schema: { params: withId, querystring: inLocale, hide: true } },
    (request, reply) => {
      const { id } = request.params;
      const languages = languagesOf(request.query);
      return answers.send(
        request,
        reply,
        `feed ${id} ${languages.locale}`,
        async () => {
          const process = await known(id);
          const since = await published();
          const { title } = speakProcess(process, languages);
          return atom({
            id: `tag:${settings.url.hostname},2026:${id}`,
            title: title.text,
            locale: languages.locale,
            author: settings.cityName,
            url: new URL(`/processes/${id}/feed.xml?locale=${languages.locale}`, settings.url).href,
            since,
            entries: (await news(process, languages, since)).slice(0, most),
          });
        },
        { type: atomType },
      );
    },
  );

  app.get<{ Querystring: { locale?: string } }>(
    '/feed.xml',
    { schema: { querystring: inLocale, hide: true } },
    (request, reply) => {
      const languages = languagesOf(request.query);
      return answers.send(
        request,
        reply,
        `feed ${languages.locale}`,
        async () => {
          const since = await published();
          const processes = await Promise.all((await content.ids('process')).map(known));
          const all = (await Promise.all(processes.map(process => news(process, languages, since)))).flat();
          return atom({
            id: `tag:${settings.url.hostname},2026:all`,
            title: feedWords(languages.locale)('title', { city: settings.cityName }),
            locale: languages.locale,
            author: settings.cityName,
            url: new URL(`/feed.xml?locale=${languages.locale}`, settings.url).href,
            since,
            entries: all.sort((one, other) => other.updated.getTime() - one.updated.getTime()).slice(0, most),
          });
        },
        { type: atomType },
      );
    },
  );

  app.get<OfProcess>(
    '/processes/:id/calendar.ics',
    { schema: { params: withId, querystring: inLocale, hide: true } },
    (request, reply) => {
      const { id } = request.params;
      const languages = languagesOf(request.query);
      return answers.send(
        request,
        reply,
        `calendar ${id} ${languages.locale}`,
        async () => {
          const process = await known(id);
          const { phases, title, timeZone } = speakProcess(process, languages);
          const page = pageOf(process, await content.pactsOf(id), settings.url);
          const entries = phases.flatMap(({ id: phase, title: name, start, end, url, inPerson }) => {
            const first = start ?? end;
            if (first === undefined) return [];
            return [
              {
                uid: `${id}.${phase}@${settings.url.hostname}`,
                title: `${title.text}: ${name.text}`,
                description: inPerson?.text,
                url: url ?? page,
                start: first,
                ...(end !== undefined && { end }),
                timeZone,
              },
            ];
          });
          return icalendarOf(entries, await published());
        },
        { type: 'text/calendar; charset=utf-8' },
      );
    },
  );
}
