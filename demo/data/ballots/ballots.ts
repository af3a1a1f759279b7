import type { BallotSeed } from '../../../src/backend/memory/ballots/ballots-seed.js';
import { translations } from '../../../src/model/translations.js';
import { projects } from './projects.js';

type Option = BallotSeed['questions'][number]['options'][number];

const say = (it: string, en: string, ar?: string) => translations({ it, en, ...(ar !== undefined && { ar }) });

/** What all ballots of the invented city say of themselves. */
const common = {
  process: 'aria-clima',
  opens: '2026-11-16T09:00:00+01:00',
  closes: '2026-12-13T20:00:00+01:00',
  eligibility: { ties: ['resident', 'city-user'], minAge: 16, identity: ['spid', 'cie'] },
  privacy: {
    published: say(
      'Quante persone hanno votato e quanti voti ha avuto ogni scelta.',
      'How many people voted, and how many votes each choice got.',
      'عدد من صوّتوا وعدد الأصوات لكل خيار.',
    ),
    kept: say(
      'Il fatto che hai chiesto la scheda, per un anno. Non che cosa hai votato.',
      'That you asked for a voting paper, for one year. Not what you voted.',
      'أنك طلبت بطاقة التصويت، لمدة سنة. لا يُحفظ ما صوّتَّ له.',
    ),
    erasure: say('Dalla tua pagina personale.', 'On your own page.', 'من صفحتك الشخصية.'),
  },
  next: say(
    'La Giunta approva l’elenco entro sessanta giorni.',
    'The city executive approves the list within sixty days.',
    'تعتمد الهيئة التنفيذية القائمة خلال ستين يومًا.',
  ),
  entitled: 21_400,
} satisfies Partial<BallotSeed>;

const option = (id: string, it: string, en: string, ar?: string): Option => ({ id, title: say(it, en, ar) });

/** An imaginary budget of 4.5 million euro for forty-seven projects. */
export const budgetBallot: BallotSeed = {
  ...common,
  id: 'bilancio',
  title: say(
    'Quarantasette progetti per i quartieri',
    'Forty-seven projects for the neighbourhoods',
    'سبعة وأربعون مشروعًا للأحياء',
  ),
  about: say(
    'Scegli i progetti che faresti con 4,5 milioni di euro. Progetti e costi sono inventati.',
    'Choose the projects that you would build with EUR 4.5 million. Projects and costs are invented.',
    'اختر المشاريع التي ستنفذها بمبلغ 4.5 ملايين يورو. المشاريع والتكاليف متخيَّلة.',
  ),
  publishesVotes: true,
  questions: [
    {
      id: 'progetti',
      title: say('Quali progetti si realizzano?', 'Which projects shall be built?', 'أي المشاريع تُنفَّذ؟'),
      method: 'budget',
      options: projects,
      rules: { budget: { amount: 450_000_000, currency: 'EUR' } },
      counting: { rule: 'greedy' },
    },
  ],
};

/** Yes, no or blank. */
export const consultationBallot: BallotSeed = {
  ...common,
  id: 'consultazione',
  title: say('Consultazione sul centro senza auto', 'Consultation on a centre without cars', 'استشارة حول مركز دون سيارات'),
  questions: [
    {
      id: 'centro',
      title: say(
        'Il centro storico resta senza auto la domenica?',
        'Shall the old town stay without cars on Sundays?',
        'هل يبقى المركز التاريخي دون سيارات أيام الأحد؟',
      ),
      method: 'single',
      options: [option('si', 'Sì', 'Yes', 'نعم'), option('no', 'No', 'No', 'لا')],
      counting: { rule: 'plurality' },
    },
  ],
  quorum: 30,
};

const squares = [
  option('mercato', 'Piazza del Mercato', 'Market Square', 'ساحة السوق'),
  option('stazione', 'Piazzale della Stazione', 'Station Square', 'ساحة المحطة'),
  option('fonte', 'Largo della Fonte', 'Fountain Place', 'ساحة النافورة'),
  option('scuole', 'Piazza delle Scuole', 'School Square', 'ساحة المدارس'),
  option('porto', 'Piazza del Porto', 'Harbour Square', 'ساحة الميناء'),
  option('mulino', 'Piazzetta del Mulino', 'Mill Place', 'ساحة الطاحونة'),
  option('teatro', 'Piazza del Teatro', 'Theatre Square', 'ساحة المسرح'),
];

const squaresBallot = (id: string, question: Omit<BallotSeed['questions'][number], 'id' | 'options'>): BallotSeed => ({
  ...common,
  id,
  title: say('Le piazze da rifare', 'Squares to be renewed', 'ساحات تُجدَّد'),
  questions: [{ id: 'piazze', options: squares, ...question }],
});

/** Between one and three. */
export const multipleBallot = squaresBallot('scelta-multipla', {
  title: say('Quali piazze si rifanno per prime?', 'Which squares shall be renewed first?', 'أي الساحات تُجدَّد أولاً؟'),
  method: 'multiple',
  rules: { min: 1, max: 3, blank: false },
  counting: { rule: 'approval', seats: 2 },
});

/** As many as one likes of seven, at most five. */
export const approvalBallot = squaresBallot('approvazione', {
  title: say('Quali piazze ti vanno bene?', 'Which squares are fine with you?', 'أي الساحات تناسبك؟'),
  method: 'approval',
  rules: { max: 5 },
  counting: { rule: 'approval' },
});

/** Ten points, at most five for one. */
export const pointsBallot = squaresBallot('punti', {
  title: say('Come divideresti i punti?', 'How would you share the points?', 'كيف توزع النقاط؟'),
  method: 'points',
  rules: { points: 10, pointsPerOption: 5 },
  counting: { rule: 'points', seats: 2 },
});

/** The best three in their order. */
export const rankingBallot = squaresBallot('classifica', {
  title: say('Quali vengono prima?', 'Which come first?', 'أيها يأتي أولاً؟'),
  method: 'ranking',
  rules: { max: 4 },
  counting: { rule: 'schulze' },
});

/** A grade for each. */
export const scoreBallot = squaresBallot('giudizi', {
  title: say('Che giudizio dai?', 'What grade do you give?', 'ما تقديرك؟'),
  method: 'score',
  rules: {
    grades: [
      say('Da rifare subito', 'Must be renewed now', 'يجب تجديدها الآن'),
      say('Così così', 'So-so', 'متوسطة'),
      say('Va bene', 'Fine', 'جيدة'),
      say('Molto bella', 'Very good', 'جميلة جدًا'),
    ],
  },
  counting: { rule: 'majority-judgment' },
});

/** Two questions in one ballot. */
export const twoQuestionsBallot: BallotSeed = {
  ...common,
  id: 'due-domande',
  title: say('Due domande sulle piazze', 'Two questions on the squares', 'سؤالان حول الساحات'),
  questions: [
    ...consultationBallot.questions,
    {
      id: 'piazze',
      options: squares,
      title: say('Quali piazze ti vanno bene?', 'Which squares are fine with you?', 'أي الساحات تناسبك؟'),
      method: 'approval',
      rules: { max: 2 },
      counting: { rule: 'approval' },
    },
  ],
};

/** All ballots of the invented city. */
export const ballots: BallotSeed[] = [
  budgetBallot,
  consultationBallot,
  multipleBallot,
  approvalBallot,
  pointsBallot,
  rankingBallot,
  scoreBallot,
  twoQuestionsBallot,
];
