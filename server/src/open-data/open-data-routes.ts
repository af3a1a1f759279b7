import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import * as v from 'valibot';
import { dayIn } from '../../../src/model/time.js';
import type { City } from '../city.js';
import { speakProcess, type Languages } from '../content/speak.js';
import { observedProcess, type ObservedProcess } from '../observations/terms.js';
import { Problem } from '../problems/problem.js';
import { idSchema, inLocale } from '../routes/parameters.js';
import { allObservations } from './all-observations.js';
import { columnNames, valuesOf } from './columns.js';
import { byteOrderMark, csvLine } from './csv.js';

const paramsSchema = v.object({
  /** Id of the process, and the format. */
  file: v.pipe(
    v.string(),
    v.regex(/\.(csv|json)$/),
    v.maxLength(110),
    v.check(file => v.is(idSchema, idIn(file))),
  ),
});

const idIn = (file: string): string => file.slice(0, file.lastIndexOf('.'));

/** New observations come any minute; a table that is a minute old is as good. */
const caching = 'public, max-age=60';

/** Files that one process of the server makes at once. Each of them reads all observations, so that a few who ask again and again could stop everybody. */
const mostAtOnce = 4;

/** All observations of a process for everybody who wants to count them otherwise: as a table, and as JSON with everything. */
export function openDataRoutes(app: FastifyInstance, city: City): void {
  const { settings, now } = city;
  let underWay = 0;

  app.get<{ Params: v.InferOutput<typeof paramsSchema>; Querystring: v.InferOutput<typeof inLocale> }>(
    '/data/observations/:file',
    { schema: { params: paramsSchema, querystring: inLocale, hide: true } },
    async (request, reply) => {
      const { file } = request.params;
      const process = await observedProcess(city, idIn(file));
      const languages = { locale: request.query.locale ?? settings.locale, fallback: settings.locale };
      const isTable = file.endsWith('.csv');
      const day = dayIn(now(), process.timeZone);
      if (underWay >= mostAtOnce) throw new Problem('unavailable', { retryAfter: 5 });
      const parts = Readable.from((isTable ? table : json)(city, process, languages));
      // From now on, and not only from its first part: until its last one was read, or nobody listens any longer.
      underWay += 1;
      parts.once('close', () => (underWay -= 1));
      return reply
        .header('content-type', isTable ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${process.id}-${day}${isTable ? '.csv' : '.json'}"`)
        .header('link', `<${settings.dataLicence.href}>; rel="license"`)
        .header('cache-control', caching)
        .send(parts);
    },
  );
}

async function* table(city: City, { id }: ObservedProcess, languages: Languages): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columnNames);
  for await (const observations of allObservations(city, id, { ...languages, discussed: false })) {
    yield observations.map(observation => csvLine(valuesOf(observation))).join('');
  }
}

async function* json(city: City, process: ObservedProcess, languages: Languages): AsyncGenerator<string> {
  const { settings, now } = city;
  const about = {
    process: process.id,
    title: speakProcess(process, languages).title,
    publisher: settings.cityName,
    licence: settings.dataLicence.href,
    madeAt: now().toISOString(),
  };
  yield `${JSON.stringify(about).slice(0, -1)},"observations":[`;
  let between = '\n';
  for await (const observations of allObservations(city, process.id, { ...languages, discussed: true })) {
    // The clock of the answer is said once, at the beginning.
    const lines = observations.map(observation => JSON.stringify({ ...observation, asOf: undefined }));
    yield between + lines.join(',\n');
    between = ',\n';
  }
  yield '\n]}\n';
}
