/** Invented observations, the same at each run. What a list shows of them is as long as it is in a real process. */
const words =
  'il piano prevede che entro il duemilatrenta ogni strada vicina a una scuola sia chiusa alle auto negli orari di entrata e di uscita ma nel nostro quartiere mancano i marciapiedi e le fermate sono lontane quindi propongo di cominciare dagli attraversamenti e di piantare alberi dove oggi si parcheggia in doppia fila'.split(
    ' ',
  );

const kinds = ['remark', 'amendment', 'proposal'];
const states = ['received', 'under-examination', 'answered', 'answered', 'in-final-text'];
const outcomes = ['accepted', 'partly-accepted', 'rejected', 'not-pertinent'];

const sentence = (from, length) => Array.from({ length }, (_, index) => words[(from + index) % words.length]).join(' ');

const text = value => ({ lang: 'it', text: value });

const line = index => {
  const state = states[index % states.length];
  const decided = state === 'answered' || state === 'in-final-text';
  return {
    reference: `PAC-2026-${String(index + 1).padStart(6, '0')}`,
    subject: { process: 'piano', document: 'piano', version: 1, passage: `art-${(index % 40) + 1}` },
    passageName: text(`Art. ${(index % 40) + 1} – Strade scolastiche`),
    kind: { value: kinds[index % kinds.length] },
    title: text(`Osservazione ${index + 1}: ${sentence(index * 7, 6)}`),
    excerpt: text(sentence(index * 3, 20 + (index % 40))),
    state: { value: state },
    ...(decided && { outcome: { value: outcomes[index % outcomes.length] } }),
    source: { value: index % 9 === 0 ? 'paper' : 'online' },
    author: `persona${(index * 37) % 900}`,
    receivedAt: new Date(Date.UTC(2026, 8, 1) + index * 600_000).toISOString(),
    likes: index % 13,
    comments: index % 5 === 0 ? 2 : 0,
  };
};

export const lines = count => Array.from({ length: count }, (_, index) => line(index));

export const terms = {
  process: {
    id: 'piano',
    title: text('Piano Aria e Clima (testo inventato)'),
    administration: text('Consiglio comunale'),
    timeZone: 'Europe/Rome',
    phases: [],
  },
  kinds: kinds.map(value => ({ value })),
  fields: { title: 'optional', theme: 'off', place: 'off', attachments: 'off' },
  themes: [],
  hubs: [],
  attachments: { most: 3, maxBytes: 5_000_000, types: [] },
  longest: { title: 120, text: 5000 },
  signIn: true,
  next: text('Gli uffici la leggono.'),
  status: { value: 'open' },
  eligibility: { ties: [], districts: [], identity: [], electoralRoll: false, verified: true },
  privacy: { published: text(''), kept: text(''), erasure: text('') },
};

export const summary = count => ({
  total: count,
  comments: 0,
  states: [],
  outcomes: outcomes.map(value => ({ value: { value }, count: Math.floor(count / 10) })),
  kinds: kinds.map(value => ({ value: { value }, count: Math.floor(count / 3) })),
  sources: [],
  themes: [],
  passages: [],
});
