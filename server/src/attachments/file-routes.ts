import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { City } from '../city.js';
import { participantIn } from '../participation/participant.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { isAttachmentId } from './attachment-store.js';
import { disposition } from './file-name.js';

const paramsSchema = v.object({ id: v.pipe(v.string(), v.check(isAttachmentId)), name: v.pipe(v.string(), v.maxLength(200)) });

/**
 * A file never changes; but it can be hidden, and a copy in somebody's cache could not. So caches ask again soon, and are told that nothing
 * has changed.
 */
const caching = 'public, max-age=60, must-revalidate';

/** Nothing in it runs, loads or is sent, even where a browser took it for a page. */
const policy = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** The files of observations, for everybody once they are sent, for who left them before. */
export function fileRoutes(app: FastifyInstance, city: City): void {
  app.get<{ Params: v.InferOutput<typeof paramsSchema> }>(
    '/files/:id/:name',
    {
      config: { personal: true },
      schema: { params: paramsSchema, hide: true },
      // After the hook for all answers, which would say less.
      onSend: (_request, reply, payload, done) => {
        void reply.header('content-security-policy', policy);
        done(null, payload);
      },
    },
    async (request, reply) => {
      const { id, name } = request.params;
      const file = await fileOf(city, id, request.visitor);
      if (file?.name !== name) throw new Problem('not-found');
      if (file.isPublic) {
        void reply.header('cache-control', caching).header('etag', `"${id}"`);
        if (request.headers['if-none-match']?.includes(`"${id}"`)) return reply.code(304).send();
      } else {
        void reply.header('cross-origin-resource-policy', 'same-origin');
      }
      const bytes = await city.files.get(id);
      if (!bytes) throw new Problem('not-found');
      const isImage = file.type.startsWith('image/');
      return reply
        .header('content-type', file.type)
        .header('content-length', file.size)
        .header('content-disposition', disposition(isImage ? 'inline' : 'attachment', file.name))
        .send(bytes);
    },
  );
}

interface ServedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly isPublic: boolean;
}

/** A file that this person may see; nobody sees one of an observation that was hidden or withdrawn. */
async function fileOf(
  { database: { db }, keys }: City,
  id: string,
  visitor: Visitor | undefined,
): Promise<ServedFile | undefined> {
  const row = await db
    .selectFrom('attachment')
    .leftJoin('observation', join =>
      join
        .onRef('observation.process_id', '=', 'attachment.process_id')
        .onRef('observation.reference', '=', 'attachment.reference'),
    )
    .select(['attachment.process_id', 'attachment.sender', 'attachment.reference', 'name', 'type', 'size', 'hidden', 'state'])
    .where('attachment.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, type, size } = row;
  const isPublic = row.reference !== null && row.state !== null && row.state !== 'withdrawn' && row.hidden === null;
  if (isPublic) return { name, type, size, isPublic };
  if (row.reference !== null || !visitor) return undefined;
  const isOwn = participantIn(keys, row.process_id, visitor).equals(row.sender);
  return isOwn ? { name, type, size, isPublic } : undefined;
}
