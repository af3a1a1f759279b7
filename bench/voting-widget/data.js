const text = value => ({ lang: 'it', text: value });
const words = 'piazza scuola parco biblioteca ciclabile fontana cortile mercato ponte giardino palestra teatro'.split(' ');

/** Two hundred invented projects. */
export const options = Array.from({ length: 200 }, (_, index) => ({
  id: `progetto-${index + 1}`,
  title: text(`${words[index % 12]} ${words[(index * 5 + 3) % 12]} numero ${index + 1}`),
  summary: text(`Un progetto inventato per la ${words[(index * 7) % 12]} del quartiere, con panchine, alberi e luce.`),
  cost: (100 + ((index * 37) % 400)) * 100_000,
  district: { value: String((index % 9) + 1), label: text(`Municipio ${(index % 9) + 1}`) },
  category: { value: words[index % 5], label: text(words[index % 5]) },
}));

export const budget = 450_000_000;

const instant = days => new Date(Date.now() + days * 86_400_000).toISOString();

/** As a server gives it. */
export const ballot = {
  id: 'bilancio',
  version: 1,
  title: text('Duecento progetti (inventati)'),
  about: text('Scegli i progetti che faresti.'),
  questions: [
    {
      id: 'progetti',
      title: text('Quali progetti si realizzano?'),
      method: { value: 'budget' },
      options,
      rules: { blank: true, budget: { amount: budget, currency: 'EUR' } },
      counting: { rule: { value: 'greedy' }, seats: 1, rivals: [], completion: 'none', comparison: false },
    },
  ],
  opens: instant(-2),
  closes: instant(10),
  secrecy: { value: 'pseudonymous' },
  changeable: true,
  results: { value: 'after-closing' },
  publishesVotes: false,
  eligibility: { ties: [], districts: [], identity: [], electoralRoll: false, verified: true },
  privacy: { published: text('Quanti voti.'), kept: text('Niente.'), erasure: text('Non serve.') },
  process: {
    id: 'bilancio',
    title: text('Bilancio'),
    administration: text('Comune'),
    timeZone: 'Europe/Rome',
    phases: [],
  },
  status: { value: 'open' },
};
