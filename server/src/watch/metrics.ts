import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { City } from '../city.js';
import { Problem } from '../problems/problem.js';
import { mayReadMetrics } from './may-read-metrics.js';
import { watchOutbox } from './watch-outbox.js';

/** Upper ends of the classes of durations, in seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The methods that have a line of their own; whoever sends another one must not make new lines. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * `/metrics` for Prometheus, of this process. No label holds what somebody sent: a request counts under the route as it stands in the code.
 * Nothing is counted by person or by session.
 *
 * @param version - Of the server, for `portico_info`.
 */
export function metricsRoutes(app: FastifyInstance, city: City, version: string): void {
  const { database, content, settings } = city;
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });

  new Gauge({
    name: 'portico_info',
    help: 'Always 1. Its labels say which version runs, on which database.',
    labelNames: ['version', 'database'],
    registers,
  }).set({ version, database: database.engine }, 1);
  new Gauge({
    name: 'portico_content_revision',
    help: 'The import that this process answers from. Processes that stay apart for more than some seconds are out of step.',
    registers,
    collect() {
      this.set(content.revision);
    },
  });
  if (database.connections) watchConnections(registers, database.connections);
  watchOutbox(registers, city);

  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long answers took, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  });
  app.addHook('onResponse', (request, reply, done) => {
    const method = methods.has(request.method) ? request.method : 'other';
    durations.observe({ method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });

  app.get('/metrics', { config: { rate: 'free' }, schema: { hide: true }, logLevel: 'warn' }, async (request, reply) => {
    if (!mayReadMetrics(request, settings.metricsToken)) throw new Problem('not-found');
    const text = await register.metrics();
    return reply.header('content-type', register.contentType).header('cache-control', 'no-store').send(text);
  });
}

function watchConnections(registers: Registry[], connections: () => { open: number; idle: number; waiting: number }): void {
  new Gauge({
    name: 'portico_database_connections',
    help: 'Connections of this process to the database, busy and idle.',
    labelNames: ['state'],
    registers,
    collect() {
      const { open, idle } = connections();
      this.set({ state: 'busy' }, open - idle);
      this.set({ state: 'idle' }, idle);
    },
  });
  new Gauge({
    name: 'portico_database_waiting',
    help: 'Requests of this process that wait for a connection. Above 0 for long: too few connections, or a slow database.',
    registers,
    collect() {
      this.set(connections().waiting);
    },
  });
}
