import { airClimateObservationRules } from '../../demo/data/air-climate-observation-rules.js';
import { airClimateObservations } from '../../demo/data/air-climate-observations.js';
import { demoSeed } from '../../demo/data/seed.js';
import type { ObservationSeed, ObservationsSeed } from '../../src/backend/memory/observations/observations-seed.js';
import type { MemoryPerson, MemorySeed } from '../../src/backend/memory/seed.js';

/** The process in which the observations of stories and tests are made, and its document. */
export const observedProcess = 'aria-clima';
export const observedDocument = 'piano-aria-clima';

/** An official, who may write for somebody else. */
export const official: MemoryPerson = {
  nickname: 'Sportello Partecipa',
  role: 'official',
  verification: { status: { value: 'granted' }, refusals: [] },
};

/** The invented city with its observations. */
export const observationSeed: MemorySeed = withObservations(airClimateObservations);

/** The same city with other observations, and other rules for them. */
export function withObservations(
  observations: ObservationSeed[],
  rules: Partial<ObservationsSeed['rules']> = {},
  base: MemorySeed = demoSeed,
): MemorySeed {
  const { rules: usual, ...rest } = airClimateObservationRules;
  return { ...base, observations: [{ ...rest, rules: { ...usual, ...rules }, observations }] };
}

/** The same city while another of its phases is the active one: `risposte` when observations are over, `informazione` before they begin. */
export function inPhase(phase: string, seed: MemorySeed = observationSeed): MemorySeed {
  return {
    ...seed,
    processes: seed.processes.map(process =>
      process.id === observedProcess
        ? { ...process, phases: process.phases.map(each => ({ ...each, active: each.id === phase })) }
        : process,
    ),
  };
}

const minute = 60_000;

/**
 * Many observations, oldest first: those of the city over and over, each with a number, an author and a moment of its own. Comments and
 * answers come with them.
 */
export function manyObservations(count: number): ObservationSeed[] {
  const { length } = airClimateObservations;
  const rounds = Array.from({ length: Math.ceil(count / length) }, (_, round) =>
    airClimateObservations.map((model, at) => numbered(model, round * length + at, count, ` ${String(round + 1)}`)),
  );
  return rounds.flat().slice(0, count);
}

function numbered(model: ObservationSeed, index: number, count: number, round: string): ObservationSeed {
  const reference = `PAC-2026-${String(index + 1).padStart(6, '0')}`;
  const { author, comments = [] } = model;
  return {
    ...model,
    reference,
    receivedAt: new Date(Date.parse('2026-11-24T08:00:00+01:00') - (count - index) * 2 * minute).toISOString(),
    likes: (index * 37) % 90,
    ...(author !== undefined && { author: author + round }),
    comments: comments.map((comment, at) => ({
      ...comment,
      id: `${reference}-${String(at + 1)}`,
      ...(comment.parent !== undefined && { parent: `${reference}-${comment.parent.split('-').at(-1) ?? ''}` }),
    })),
  };
}
