import type { FastifyInstance } from 'fastify';
import type { City } from '../city.js';
import { speakProcess, type Languages } from '../content/speak.js';
import { KeptAnswers } from '../http/kept-answers.js';
import { observationColumns } from '../observations/find-observation.js';
import { caching, freshness } from '../observations/freshness.js';
import { lineOf } from '../observations/line.js';
import { passageNames } from '../observations/passage-names.js';
import { observedProcess, type ObservedProcess } from '../observations/terms.js';
import { inLocale, withId } from '../routes/parameters.js';
import { atom, type FeedEntry } from './atom.js';
import { feedWords } from './feed-words.js';

/** How much is in the feed. */
const most = 50;

/** Kept feeds, in bytes: one for each process and language. */
const mostKept = 2 * 1024 * 1024;

/** A feed of what is new among the observations of a process: those that came, and those that were answered. */
export function observationFeed(app: FastifyInstance, city: City): void {
  const { settings, content, now } = city;
  const answers = new KeptAnswers(mostKept);
  const forget = (): void => {
    answers.clear();
  };
  content.onChange(forget);
  city.news.onChange(forget);

  app.get<{ Params: { id: string }; Querystring: { locale?: string } }>(
    '/processes/:id/observations.xml',
    { schema: { params: withId, querystring: inLocale, hide: true } },
    (request, reply) => {
      const { id } = request.params;
      const { locale = settings.locale } = request.query;
      const languages = { locale, fallback: settings.locale };
      const bucket = Math.floor(now().getTime() / freshness);
      return answers.send(
        request,
        reply,
        `${id} ${locale} ${String(bucket)}`,
        async () => {
          const process = await observedProcess(city, id);
          const t = feedWords(locale);
          return atom({
            id: `tag:${settings.url.hostname},2026:${id}/observations`,
            title: t('observations', { process: speakProcess(process, languages).title.text }),
            locale,
            author: settings.cityName,
            url: new URL(`/processes/${id}/observations.xml?locale=${locale}`, settings.url).href,
            since: new Date(0),
            entries: await newest(city, process, languages),
          });
        },
        { type: 'application/atom+xml; charset=utf-8', caching, repeatable: false },
      );
    },
  );
}

async function newest(
  { database: { db }, settings }: City,
  process: ObservedProcess,
  languages: Languages,
): Promise<FeedEntry[]> {
  const t = feedWords(languages.locale);
  const readable = db
    .selectFrom('observation')
    .where('observation.process_id', '=', process.id)
    .where('hidden', 'is', null)
    .where('state', '!=', 'withdrawn');
  const rows = await readable
    .select(observationColumns)
    .orderBy('received_at', 'desc')
    .orderBy('reference', 'desc')
    .limit(most)
    .execute();
  const answers = await readable
    .innerJoin('response', join =>
      join.onRef('response.process_id', '=', 'observation.process_id').onRef('response.reference', '=', 'observation.reference'),
    )
    .select(['response.reference', 'response.position', 'response.at'])
    .orderBy('response.at', 'desc')
    .limit(most)
    .execute();
  const names = await passageNames(db, rows, languages);
  const page = (reference: string): string => {
    const url = new URL(`/embed/follow/${process.id}`, settings.url);
    url.search = new URLSearchParams({ reference, lang: languages.locale }).toString();
    return url.href;
  };
  const tag = (rest: string): string => `tag:${settings.url.hostname},2026:${process.id}/${rest}`;
  const received = rows.map(row => {
    const { reference, title, passageName, excerpt } = lineOf(row, { process, names, languages });
    const subject = title?.text ?? passageName?.text ?? '';
    return {
      id: tag(reference),
      title: subject === '' ? t('observation', { reference }) : t('observation-on', { reference, subject }),
      summary: excerpt.text,
      url: page(reference),
      updated: row.received_at,
    };
  });
  const answered = answers.map(({ reference, position, at }) => ({
    id: tag(`${reference}/response/${String(position + 1)}`),
    title: t('response', { reference }),
    url: page(reference),
    updated: at,
  }));
  return [...received, ...answered].sort((one, other) => other.updated.getTime() - one.updated.getTime()).slice(0, most);
}
