import type { Conditions } from '../../src/backend/memory/conditions.js';

/** What the network of the toolbar does to a backend. */
export const networks: Readonly<Record<string, Partial<Conditions>>> = {
  good: {},
  slow: { latency: 4_000 },
  never: { latency: Infinity },
  offline: { offline: true },
  failing: { failures: { '*': 'unavailable' } },
  busy: { failures: { '*': 'rate-limited' } },
};
