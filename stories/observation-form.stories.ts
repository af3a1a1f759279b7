import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { anna, luca, marta, noor, samir } from '../demo/data/people.js';
import '../src/components/backend/backend.define.js';
import '../src/components/observation-form/observation-form.define.js';
import {
  choose,
  observationFormStory,
  toCheck,
  toSent,
  type,
  type ObservationFormArgs,
} from './support/observation-form-story.js';
import { inPhase, observationSeed, official, withObservations } from './support/observation-seed.js';
import { click, found } from './support/pact-story.js';

type Story = StoryObj<ObservationFormArgs>;

const meta: Meta<ObservationFormArgs> = {
  title: 'Observation form',
  component: 'portico-observation-form',
  argTypes: { state: { control: false } },
};

export default meta;

const passage = 'art-3';

export const Loading: Story = observationFormStory({ args: { state: { type: 'loading' } } });

/** Anybody may begin; signing in comes at the end. */
export const SignedOut: Story = observationFormStory({});

export const SignedIn: Story = observationFormStory({ person: anna });

export const NotVerified: Story = observationFormStory({ person: marta });

export const VerificationPending: Story = observationFormStory({ person: samir });

/** Too young: why, and what else they can do. */
export const NotEntitled: Story = observationFormStory({ person: luca });

export const NoTie: Story = observationFormStory({ person: noor });

export const NoSignIn: Story = observationFormStory({ seed: withObservations([], { signIn: false }) });

/** A page of somebody else, where nobody can be known. */
export const OnSomebodyElsesPage: Story = observationFormStory({
  before: backend => {
    Object.assign(backend.session, {
      handOver: {
        pageUrl: () => 'https://partecipa.comune.pontelago.example/embed/observation-form/aria-clima',
        leave: () => Promise.resolve('0'),
      },
    });
  },
  args: { passage },
  play: async form => {
    await toCheck(form);
  },
});

export const OnAPassage: Story = observationFormStory({ args: { passage }, person: anna });

/** Words of a passage, sentence by sentence. */
export const SomeSentences: Story = observationFormStory({
  person: anna,
  play: async form => {
    await choose(form, '#where', passage);
    await click(form, '#pick');
    await click(form, '.sentence');
  },
});

export const PassageGone: Story = observationFormStory({ args: { passage: 'art-99' }, person: anna });

/** The wording beside a copy of it, and the difference word by word. */
export const Amendment: Story = observationFormStory({
  args: { passage },
  person: anna,
  play: async form => {
    await found(form, '#kind-1');
    await click(form, '#kind-1');
    const { value } = await found<HTMLTextAreaElement>(form, '#after');
    await type(form, '#after', value.replaceAll('mezz’ora', 'un’ora'));
    await found(form, 'ins');
  },
});

export const SomethingMissing: Story = observationFormStory({
  args: { passage },
  person: anna,
  play: async form => {
    await click(form, '#next');
    await found(form, '.error-summary');
  },
});

export const TooLong: Story = observationFormStory({
  args: { passage },
  person: anna,
  play: async form => {
    await click(form, '#kind');
    await type(form, '#text', 'Troppe parole. '.repeat(250));
    await click(form, '#next');
    await found(form, '.error-summary');
  },
});

/** Others said something like this; it stands below the text. */
export const SimilarOnes: Story = observationFormStory({
  args: { passage },
  person: anna,
  play: async form => {
    await type(form, '#text', 'Vorrei strade scolastiche chiuse alle auto davanti a tutte le scuole primarie del Comune.');
    await click(form, '.similar .text-button');
  },
});

export const Supported: Story = observationFormStory({
  args: { passage },
  person: anna,
  play: async form => {
    await type(form, '#text', 'Vorrei strade scolastiche chiuse alle auto davanti a tutte le scuole primarie del Comune.');
    await click(form, '.similar .text-button');
    await click(form, '.similar .button');
    await found(form, '#supported');
  },
});

export const AFileThatIsNotTaken: Story = observationFormStory({
  args: { passage },
  person: anna,
  play: async form => {
    await click(form, '#kind');
    await type(form, '#text', 'Allego una foto della strada davanti alla scuola.');
    await click(form, '#next');
    const input = await found<HTMLInputElement>(form, '#files');
    const files = new DataTransfer();
    files.items.add(new File(['MZ'], 'foto.jpg', { type: 'image/jpeg' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await found(form, '.file .field-error');
  },
});

export const Check: Story = observationFormStory({ args: { passage }, person: anna, play: form => toCheck(form) });

export const SignInToSend: Story = observationFormStory({ args: { passage }, play: form => toCheck(form) });

/** Somebody else has signed in meanwhile. */
export const SomebodyElse: Story = observationFormStory({
  args: { passage },
  person: anna,
  play: async (form, backend) => {
    await toCheck(form);
    backend.signIn({ ...anna, nickname: 'Ginestra' });
    await found(form, '#somebody-else');
  },
});

export const NetworkLost: Story = observationFormStory({
  args: { passage },
  person: anna,
  play: async (form, backend) => {
    await toCheck(form);
    backend.conditions = { ...backend.conditions, offline: true };
    await click(form, '#send');
    await found(form, '#waiting');
  },
});

const refused = (reason: 'closed' | 'conflict' | 'rate-limited' | 'too-large' | 'unauthenticated' | 'invalid'): Story =>
  observationFormStory({
    args: { passage },
    person: anna,
    conditions: { failures: { 'observations.submit': reason } },
    play: form => toSent(form, '#refusal'),
  });

export const ClosedMeanwhile: Story = refused('closed');

export const TextChangedMeanwhile: Story = refused('conflict');

export const SessionExpired: Story = refused('unauthenticated');

export const TooManyRequests: Story = refused('rate-limited');

export const TooLarge: Story = refused('too-large');

export const Refused: Story = refused('invalid');

export const Sent: Story = observationFormStory({
  args: { passage },
  person: anna,
  play: async form => {
    await toSent(form);
    await found(form, '.in-log');
  },
});

export const KeptOnTheDevice: Story = observationFormStory({
  args: { passage },
  person: anna,
  play: async form => {
    await type(form, '#text', 'Lo finisco domani.');
    await click(form, '.draft-actions [aria-pressed]');
  },
});

export const DeleteTheDraft: Story = observationFormStory({
  args: { passage },
  person: anna,
  play: async form => {
    await type(form, '#text', 'Non mi convince.');
    await click(form, '#delete-draft');
  },
});

/** An official writes down what somebody brought on paper. */
export const Helper: Story = observationFormStory({ args: { helper: true }, person: official });

export const HelperSent: Story = observationFormStory({
  args: { helper: true },
  person: official,
  play: async form => {
    await click(form, '#source');
    await type(form, '#received-at', 'Spazio di quartiere Le Querce');
    await click(form, '#next');
    await choose(form, '#where', passage);
    await click(form, '#next');
    await toSent(form);
  },
});

export const NotYetOpen: Story = observationFormStory({ seed: inPhase('informazione') });

export const Closed: Story = observationFormStory({ seed: inPhase('risposte') });

export const NotFound: Story = observationFormStory({ args: { process: 'nessuno' } });

export const NotOffered: Story = observationFormStory({ args: { state: { type: 'not-offered' } } });

export const Offline: Story = observationFormStory({ conditions: { offline: true } });

export const Failed: Story = observationFormStory({ conditions: { failures: { '*': 'unavailable' } } });

/** Another city's labels for a kind that the library does not know. */
export const OtherKinds: Story = observationFormStory({
  seed: withObservations([], {
    kinds: ['remark', { value: 'memoria', label: { lang: 'it', text: 'Memoria o ricordo del luogo' } }],
    fields: { title: 'required', theme: 'off', place: 'required', attachments: 'off' },
  }),
  person: anna,
});

export const InEnglish: Story = {
  ...observationFormStory({ args: { passage }, person: anna, play: form => toCheck(form) }),
  globals: { locale: 'en' },
};

export const RightToLeft: Story = {
  ...observationFormStory({ args: { passage }, person: anna, play: form => toCheck(form) }),
  globals: { locale: 'ar' },
};

export const Dark: Story = { ...Amendment, globals: { scheme: 'dark' } };

export const Narrow: Story = { ...Amendment, globals: { viewport: { value: 'narrow' } } };

/** Everybody's observations are the same ones as in the other stories. */
export const WithoutADocument: Story = observationFormStory({ args: { document: '' }, person: anna, seed: observationSeed });
