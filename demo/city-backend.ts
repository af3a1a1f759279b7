import { memory, type MemoryBackend } from '../src/backend/memory/memory.js';
import type { MemoryPerson } from '../src/backend/memory/seed.js';
import { plainParagraphs } from '../src/model/richtext.js';
import { anna, samir } from './data/people.js';
import { airClimateObservationRules } from './data/air-climate-observation-rules.js';
import { airClimateObservations } from './data/air-climate-observations.js';
import { ballots } from './data/ballots/ballots.js';
import { openNow } from './data/ballots/open-now.js';
import { demoSeed } from './data/seed.js';

export { plainParagraphs };

/** What stands behind the API of the invented city, in the demonstration and in tests. */
export function makeBackend(): { backend: MemoryBackend; people: Record<string, MemoryPerson> } {
  const observations = [{ ...airClimateObservationRules, observations: airClimateObservations }];
  return { backend: memory({ ...demoSeed, observations, ballots: ballots.map(openNow) }), people: { anna, samir } };
}
