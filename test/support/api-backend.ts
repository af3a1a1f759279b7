import { anna, samir } from '../../demo/data/people.js';
import { demoSeed } from '../../demo/data/seed.js';
import { memory, type MemoryBackend } from '../../src/backend/memory/memory.js';
import type { MemoryPerson } from '../../src/backend/memory/seed.js';

/** What stands behind the test server. */
export function makeBackend(): { backend: MemoryBackend; people: Record<string, MemoryPerson> } {
  return { backend: memory(demoSeed), people: { anna, samir } };
}
