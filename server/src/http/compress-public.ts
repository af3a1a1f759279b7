import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Shorter answers are sent as they are, in bytes. */
const worthIt = 1024;

/**
 * Compresses what everybody may read and nobody compressed before: what is kept or lies in files comes with its compressed forms. An answer
 * about a person stays as long as it is: where something secret is compressed together with something that others choose, its length
 * tells what it is (BREACH).
 */
export async function compressPublic(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', route => {
    if (route.config?.personal || route.url.startsWith('/portico/')) route.compress = false;
  });
  await app.register(compress, { threshold: worthIt, encodings: ['br', 'gzip'] });
}
