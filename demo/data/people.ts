import type { MemoryPerson } from '../../src/backend/memory/seed.js';
import { personalArea } from './addresses.js';

/** A resident of 31 who may take part. */
export const anna: MemoryPerson = {
  nickname: 'Girasole',
  person: { birthDate: '1995-04-12', ties: ['resident'], identity: 'spid', onElectoralRoll: true },
};

/** Fifteen years old: too young for this process. */
export const luca: MemoryPerson = {
  nickname: 'Lampo',
  verification: {
    status: { value: 'refused' },
    refusals: [
      {
        reason: { value: 'age' },
        remedy: {
          lang: 'it',
          text: 'Dal 3 marzo 2027, quando compi 16 anni, puoi partecipare. Intanto puoi venire ai laboratori nei quartieri.',
        },
      },
    ],
  },
};

/** No tie with the city was found. */
export const noor: MemoryPerson = {
  nickname: 'Marea',
  verification: {
    status: { value: 'refused' },
    refusals: [
      {
        reason: { value: 'tie' },
        remedy: { lang: 'it', text: 'Se studi o lavori a Pontelago, dichiaralo: basta un modulo e vale un anno.' },
        url: `${personalArea}/city-user`,
      },
    ],
  },
};

/** Asked for verification and waits. */
export const samir: MemoryPerson = {
  nickname: 'Ponte',
  verification: { status: { value: 'pending' }, refusals: [], url: `${personalArea}/verifiche` },
};

/** Signed in and did not ask for verification yet. */
export const marta: MemoryPerson = {
  nickname: 'Quercia',
  verification: { status: { value: 'missing' }, refusals: [], url: `${personalArea}/verifiche/nuova` },
};
