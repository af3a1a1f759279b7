import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

/**
 * The limit: a route of Fastify that does nothing but send bytes it has. Everything that ours does more is what the ratio shows.
 * Arguments: port, file with the bytes, encoding (`br` or nothing).
 */
const [port = '0', file = '', encoding = ''] = process.argv.slice(2);
const body = readFileSync(file);
const app = Fastify();
app.get('/bytes', (_request, reply) => {
  void reply.header('content-type', 'application/json; charset=utf-8');
  if (encoding !== '') void reply.header('content-encoding', encoding);
  return reply.send(body);
});
await app.listen({ port: Number(port), host: 'localhost' });
console.log('listens');
process.once('SIGTERM', () => void app.close());
