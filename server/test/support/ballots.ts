import { translations } from '../../../src/model/translations.js';
import type { BallotContent, Content } from '../../src/content/schema.js';
import { content } from './content.js';

const short = (it: string, en: string) => translations({ it, en });

const privacy = {
  published: short('Quanti voti ha avuto ogni progetto.', 'How many votes each project got.'),
  kept: short('Che hai votato, senza dire che cosa.', 'That you voted, not for what.'),
  erasure: short('Scrivendo all’ufficio.', 'By writing to the office.'),
};

/** When the ballots of the tests are open. */
export const votingTime = { opens: '2026-11-20T08:00:00+01:00', closes: '2026-11-30T20:00:00+01:00' };

/** Money for the park: 100,000 euro, three projects and one that nobody could ever pay. */
export const budgetBallot: BallotContent = {
  id: 'bilancio',
  process: 'parco',
  title: short('Il bilancio del parco', 'The budget of the park'),
  ...votingTime,
  questions: [
    {
      id: 'progetti',
      title: short('Quali progetti?', 'Which projects?'),
      method: 'budget',
      options: [
        { id: 'fontana', title: short('Fontana', 'Fountain'), cost: 6_000_000 },
        { id: 'panchine', title: short('Panchine', 'Benches'), cost: 3_000_000 },
        { id: 'palazzo', title: short('Palazzo', 'Palace'), cost: 90_000_000 },
        { id: 'alberi', title: short('Alberi', 'Trees'), cost: 2_000_000 },
      ],
      rules: { budget: { amount: 10_000_000, currency: 'EUR' } },
      counting: { rule: 'greedy' },
    },
  ],
  entitled: 1000,
  publishesVotes: true,
  privacy,
};

/** Yes, no or blank; the vote cannot be changed, and who voted sees how it stands. */
export const consultationBallot: BallotContent = {
  id: 'consultazione',
  process: 'parco',
  title: short('Il parco di notte', 'The park at night'),
  ...votingTime,
  changeable: false,
  results: 'for-voters',
  questions: [
    {
      id: 'notte',
      title: short('Il parco resta aperto di notte?', 'Does the park stay open at night?'),
      method: 'single',
      options: [
        { id: 'si', title: short('Sì', 'Yes') },
        { id: 'no', title: short('No', 'No') },
      ],
      counting: { rule: 'plurality' },
    },
  ],
  privacy,
};

/** The city of the tests with two ballots in 'parco'. */
export const ballotContent: Content = { ...content, ballots: [budgetBallot, consultationBallot] };
