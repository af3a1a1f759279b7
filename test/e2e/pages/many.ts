import { demoSeed } from '../../../demo/data/seed.js';
import { memory } from '../../../src/backend/memory/memory.js';
import '../../../src/components/backend/backend.define.js';
import '../../../src/components/pact-viewer/pact-viewer.define.js';

/** Many viewers on one page, of a pact with many sections: `?viewers=10&sections=60`. */
const query = new URLSearchParams(location.search);
const backend = memory(demoSeed);
const pact = await backend.pacts.get('aria-clima-2026');
const sections = Array.from({ length: Number(query.get('sections')) }, (_, index) => {
  const model = pact.version.sections[index % pact.version.sections.length];
  return model ? [{ ...model, id: `part-${String(index)}` }] : [];
}).flat();
const long = { ...pact, version: { ...pact.version, sections } };
const provider = document.querySelector('portico-backend');
if (provider) {
  provider.backend = { ...backend, pacts: { ...backend.pacts, get: () => Promise.resolve(long) } };
  for (let index = 0; index < Number(query.get('viewers')); index += 1) {
    const viewer = document.createElement('portico-pact-viewer');
    viewer.pact = pact.id;
    provider.append(viewer);
  }
}
