import { anna } from '../../demo/data/people.ts';
import { demoSeed } from '../../demo/data/seed.ts';
import { memory } from 'portico/backend/memory/memory.js';

/** What all five pages show: the invented municipality, on a day on which the pact can be accepted. */
export const backend = memory(demoSeed, { now: () => new Date('2026-11-24T10:00:00+01:00') });

/** On these pages a person signs in without a password. */
export const signIn = () => backend.signIn(anna);
