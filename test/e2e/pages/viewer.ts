import { anna } from '../../../demo/data/people.js';
import { demoSeed } from '../../../demo/data/seed.js';
import { memory } from '../../../src/backend/memory/memory.js';
import '../../../src/components/backend/backend.define.js';
import '../../../src/components/pact-viewer/pact-viewer.define.js';

/** One viewer on a page of which each test chooses the worst. `?person=anna` signs somebody in. */
const query = new URLSearchParams(location.search);
document.documentElement.lang = query.get('lang') ?? 'it';
const style = query.get('style');
if (style) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `${style}.css`;
  document.head.append(link);
}
const backend = memory(demoSeed, { now: () => new Date('2026-11-24T10:00:00+01:00') });
if (query.get('person') === 'anna') backend.signIn(anna);
const provider = document.querySelector('portico-backend');
if (provider) provider.backend = backend;
