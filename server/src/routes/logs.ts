import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { toBase64 } from '../../../src/model/log/base64.js';
import { consistencyPath } from '../../../src/model/log/consistency.js';
import { hashSchema } from '../../../src/model/log/hash.js';
import { pathSchema } from '../../../src/model/log/inclusion.js';
import { logDescriptionSchema } from '../../../src/model/log/log-description.js';
import { signedTreeHeadSchema } from '../../../src/model/log/tree-head.js';
import { ballotOfLog } from '../ballots/ballot-log.js';
import type { City } from '../city.js';
import { headOf } from '../log/head.js';
import { readNodes } from '../log/nodes.js';
import { originOf } from '../log/origin.js';
import { signingKey } from '../log/signing-key.js';
import { Problem } from '../problems/problem.js';
import { withId } from './parameters.js';

const size = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.number());

const leavesQuery = v.object({ from: v.optional(size, '0'), limit: v.optional(size, '1000') });

const betweenQuery = v.object({ from: size, to: size });

/** Hashes that are sent with one answer. */
const mostLeaves = 1000;

const caching = 'public, max-age=5';

/** The logs: who keeps a head can ask later whether the log only grew, and who has all leaves can build the tree again. */
export function logRoutes(app: FastifyInstance, city: City): void {
  const { database, settings, content, keys } = city;
  const { db } = database;

  const existing = async (id: string): Promise<string> => {
    const ballot = ballotOfLog(id);
    const found = ballot === undefined ? await content.process(id) : await content.ballot(ballot);
    if (!found) throw new Problem('not-found');
    return id;
  };

  app.get<{ Params: { id: string } }>(
    '/logs/:id',
    {
      schema: {
        params: withId,
        response: { 200: logDescriptionSchema },
        operationId: 'getLog',
        summary: 'The log of a process or a ballot (`ballot.<id>`): its name, its keys, its newest head',
      },
    },
    async (request, reply) => {
      const process = await existing(request.params.id);
      const { publicKey } = await signingKey(keys);
      void reply.header('cache-control', caching);
      return { origin: originOf(settings, process), keys: [publicKey], head: await headOf(city, db, process) };
    },
  );

  app.get<{ Params: { id: string }; Querystring: v.InferOutput<typeof leavesQuery> }>(
    '/logs/:id/leaves',
    {
      schema: {
        params: withId,
        querystring: leavesQuery,
        response: { 200: v.object({ leaves: v.array(hashSchema) }) },
        operationId: 'listLeaves',
        summary: 'Hashes of the leaves, in their order',
      },
    },
    async (request, reply) => {
      const process = await existing(request.params.id);
      const { from, limit } = request.query;
      const rows = await db
        .selectFrom('log_node')
        .select('hash')
        .where('process_id', '=', process)
        .where('level', '=', 0)
        .where('position', '>=', from)
        .orderBy('position')
        .limit(Math.min(limit, mostLeaves))
        .execute();
      void reply.header('cache-control', caching);
      return { leaves: rows.map(({ hash }) => toBase64(new Uint8Array(hash))) };
    },
  );

  app.get<{ Params: { id: string }; Querystring: v.InferOutput<typeof betweenQuery> }>(
    '/logs/:id/consistency',
    {
      schema: {
        params: withId,
        querystring: betweenQuery,
        response: { 200: v.object({ from: signedTreeHeadSchema, to: signedTreeHeadSchema, path: pathSchema }) },
        operationId: 'getConsistency',
        summary: 'Shows that a log only grew between two sizes for which receipts were given',
      },
    },
    async (request, reply) => {
      const process = await existing(request.params.id);
      const { from, to } = request.query;
      const rows = await db
        .selectFrom('log_head')
        .select(['size', 'root', 'at', 'signature'])
        .where('process_id', '=', process)
        .where('size', 'in', [from, to])
        .execute();
      const [older, newer] = [from, to].map(wanted => rows.find(row => row.size === wanted));
      if (!older || !newer || from > to) throw new Problem('not-found');
      const path = await consistencyPath(from, to, readNodes(db, process));
      const origin = originOf(settings, process);
      void reply.header('cache-control', caching);
      return { from: { origin, ...older }, to: { origin, ...newer }, path: path.map(toBase64) };
    },
  );
}
