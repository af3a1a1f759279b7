import type { Visitor } from '../../src/sign-in/visitor.js';

/** Who the tests sign in; invented, and named by what they are. */
export const people = {
  resident: {
    identity: 'RSSNNA92D52F205X',
    nickname: 'Airone 12',
    person: { birthDate: '1992-04-12', ties: ['resident'], district: '3', identity: 'spid', onElectoralRoll: true },
    roles: [],
  },
  otherResident: {
    identity: 'VRDLCA90A01F205K',
    nickname: 'Lince 40',
    person: { birthDate: '1990-01-01', ties: ['resident'], district: '1', identity: 'cie', onElectoralRoll: true },
    roles: [],
  },
  child: {
    identity: 'BNCLRT11A01F205Q',
    nickname: 'Riccio 7',
    person: { birthDate: '2011-01-01', ties: ['resident'], identity: 'municipal-account', onElectoralRoll: false },
    roles: [],
  },
  stranger: {
    identity: 'NRESMR80A01L219Z',
    nickname: 'Gabbiano 3',
    person: { birthDate: '1980-01-01', ties: [], identity: 'spid', onElectoralRoll: false },
    roles: [],
  },
  waiting: {
    identity: 'GLLPTR70A01F205M',
    nickname: 'Volpe 9',
    person: { birthDate: '1970-01-01', ties: ['city-user'], identity: 'spid', onElectoralRoll: false, verification: 'pending' },
    roles: [],
  },
} satisfies Record<string, Visitor>;
