import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { documentSchema, passageIdSchema, passageSchema } from '../../../src/model/document.js';
import { pageSchema } from '../../../src/model/page.js';
import type { City } from '../city.js';
import { contentsOf, passagesFrom } from '../content/passages.js';
import { speakDocument, speakPassages, versionOf } from '../content/speak-document.js';
import type { KeptAnswers } from '../http/kept-answers.js';
import { countsByPassage } from '../observations/summarise.js';
import { Problem } from '../problems/problem.js';
import { fromCursor, toCursor } from './cursor.js';
import { listQuery, version, versionQuery, withId } from './parameters.js';

const passagesQuery = v.object({ ...listQuery.entries, version, from: v.exactOptional(passageIdSchema) });

const anHour = 3_600_000;

/** How long the number of observations on a passage may be out of date, in milliseconds. */
const freshCounts = 60_000;

/** Plans that people read passage by passage. */
export function documentRoutes(app: FastifyInstance, city: City, answers: KeptAnswers): void {
  const { content, database, settings, now } = city;
  const bucket = (): string => String(Math.floor(now().getTime() / freshCounts));

  app.get<{ Params: { id: string }; Querystring: v.InferOutput<typeof versionQuery> }>(
    '/documents/:id',
    {
      schema: {
        params: withId,
        querystring: versionQuery,
        response: { 200: documentSchema },
        operationId: 'getDocument',
        summary: 'A document without its passages: without `version` the open one, or the newest',
      },
    },
    (request, reply) => {
      const { id } = request.params;
      const { locale = settings.locale, version: wanted } = request.query;
      // To the hour: contents are long, and as long as they are the same nobody should have to fetch them again.
      const asOf = new Date(Math.floor(now().getTime() / anHour) * anHour).toISOString();
      return answers.send(request, reply, `document ${id} ${String(wanted)} ${locale} ${bucket()}`, async () => {
        const document = await content.document(id);
        const process = document && (await content.process(document.process));
        if (!process) throw new Problem('not-found');
        const number = versionOf(document, wanted);
        const contents = await contentsOf(database.db, id, number);
        const spoken = speakDocument(
          { document, process, contents },
          { locale, fallback: settings.locale, version: number, asOf },
        );
        return { ...spoken, contents: counted(spoken.contents, await countsByPassage(city, id)) };
      });
    },
  );

  app.get<{ Params: { id: string }; Querystring: v.InferOutput<typeof passagesQuery> }>(
    '/documents/:id/passages',
    {
      schema: {
        params: withId,
        querystring: passagesQuery,
        response: { 200: pageSchema(passageSchema) },
        operationId: 'listPassages',
        summary: 'One page of the passages of a version, in reading order; `from` is the passage to begin with',
      },
    },
    (request, reply) => {
      const { id } = request.params;
      const { locale = settings.locale, version: wanted, cursor, limit } = request.query;
      // A cursor is the passage that comes next.
      const from = fromCursor(cursor, passageIdSchema) ?? request.query.from;
      return answers.send(
        request,
        reply,
        `passages ${id} ${String(wanted)} ${locale} ${String(limit)} ${from ?? ''} ${bucket()}`,
        async () => {
          const document = await content.document(id);
          if (!document) throw new Problem('not-found');
          const number = versionOf(document, wanted);
          const found = await passagesFrom(database.db, { document: id, version: number, from, limit: limit + 1 });
          if (found.length === 0) throw new Problem('not-found');
          const spoken = speakPassages(found.slice(0, limit), document, { locale, fallback: settings.locale });
          const items = counted(spoken, await countsByPassage(city, id));
          const next = found[limit];
          return { items, ...(next && { next: toCursor(next.id) }) };
        },
      );
    },
  );
}

/** Passages, or lines of the contents, with how many observations there are on each. */
const counted = <Line extends { id: string }>(lines: readonly Line[], counts: ReadonlyMap<string, number>): Line[] =>
  lines.map(line => ({ ...line, observations: counts.get(line.id) ?? 0 }));
