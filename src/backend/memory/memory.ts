import { verificationFor, type Eligibility } from '../../model/eligibility.js';
import { pactSchema, pactVersionSummarySchema, pactVersionSchema, type Acceptance, type Pact } from '../../model/pact.js';
import { processSchema, type Process } from '../../model/process.js';
import type { Receipt } from '../../model/receipt.js';
import { sessionSchema, type Session, type Verification } from '../../model/session.js';
import { dayIn } from '../../model/time.js';
import { inLanguage } from '../../model/translations.js';
import type {
  Backend,
  BallotService,
  DocumentService,
  ObservationService,
  PactService,
  ProcessService,
  ReadOptions,
  SessionService,
} from '../backend.js';
import { BackendError } from '../errors.js';
import { parseAnswer } from '../parse.js';
import { ballots } from './ballots/ballots.js';
import { fairWeather, underConditions, type Conditions } from './conditions.js';
import { currentPassages, passageIn, passageNameIn, readDocument, readPassages } from './documents.js';
import { ObservationDesk } from './observations/observation-desk.js';
import { observations } from './observations/observations.js';
import { office, type Office } from './observations/office.js';
import type { DocumentSeed, MemoryPerson, MemorySeed, PactSeed } from './seed.js';

export interface MemoryBackend extends Backend {
  readonly session: SessionService;
  readonly processes: ProcessService;
  readonly pacts: PactService;
  readonly documents: DocumentService;
  readonly observations: ObservationService;
  readonly ballots: BallotService;
  /** What officials do with observations. */
  readonly office: Office;
  /** Change it at any time; the next call feels it. */
  conditions: Conditions;
  signIn(person: MemoryPerson): void;
  signOut(): void;
  /** Puts an acceptance on record, as if the person who is signed in had made it earlier. */
  record(pact: string, acceptance: Acceptance): void;
}

export interface MemoryOptions extends Partial<Conditions> {
  /** The backend's clock. */
  now?: () => Date;
}

/** A whole backend in the browser's memory, for stories, tests and demonstrations. What is sent to it is gone with the page. */
export function memory(seed: MemorySeed, { now = () => new Date(), ...conditions }: MemoryOptions = {}): MemoryBackend {
  const locale = seed.locale ?? 'it';
  const watchers = new Set<() => void>();
  const acceptances = new Map<string, Acceptance>();
  const receipts = new Map<string, Receipt>();
  let person: MemoryPerson | undefined;

  const enter = (operation: string, options: ReadOptions = {}): Promise<void> =>
    underConditions(backend.conditions, operation, now(), options.signal);

  const speak = (part: unknown, options: ReadOptions = {}): unknown => inLanguage(part, options.locale ?? locale, locale);

  const processById = (id: string, options?: ReadOptions): Process => {
    const found = seed.processes.find(process => process.id === id);
    if (!found) throw new BackendError('not-found', `no process ${id}`);
    return parseAnswer(processSchema, speak(found, options), `process ${id}`);
  };

  const pactById = (id: string): PactSeed => {
    const found = seed.pacts.find(pact => pact.id === id);
    if (!found) throw new BackendError('not-found', `no pact ${id}`);
    return found;
  };

  const documentIn = (id: string): DocumentSeed | undefined => seed.documents?.find(document => document.id === id);

  const documentById = (id: string): DocumentSeed => {
    const found = documentIn(id);
    if (!found) throw new BackendError('not-found', `no document ${id}`);
    return found;
  };

  const readPact = ({ id, process, versions, url }: PactSeed, options: ReadOptions & { version?: number | undefined }): Pact => {
    const spoken = speak(versions, options) as unknown[];
    const parsed = spoken.map(version => parseAnswer(pactVersionSchema, version, `pact ${id}`));
    const version =
      options.version === undefined
        ? (parsed.findLast(({ status }) => status.value === 'in-force') ?? parsed.at(-1))
        : parsed.find(({ number }) => number === options.version);
    if (!version) throw new BackendError('not-found', `pact ${id} has no version ${String(options.version)}`);
    const answer = {
      id,
      process: processById(process, options),
      version,
      versions: spoken.map(each => parseAnswer(pactVersionSummarySchema, each, `pact ${id}`)),
      asOf: now().toISOString(),
      ...(url !== undefined && { url }),
    };
    return parseAnswer(pactSchema, answer, `pact ${id}`);
  };

  const pactEligibility = (process: string): Eligibility | undefined => {
    const pact = seed.pacts.find(each => each.process === process);
    return pact && readPact(pact, {}).version.eligibility;
  };

  const eligibilityIn = (process: string): Eligibility | undefined => desk.eligibility(process) ?? pactEligibility(process);

  const verificationBy = (process: string, eligibility: Eligibility | undefined): Verification => {
    if (person?.verification) return person.verification;
    if (!eligibility || !person?.person) return { status: { value: 'missing' }, refusals: [] };
    return verificationFor(eligibility, person.person, dayIn(now(), processById(process).timeZone));
  };

  const verificationIn = (process: string): Verification => verificationBy(process, eligibilityIn(process));

  const desk = new ObservationDesk({
    seeds: seed.observations ?? [],
    now,
    enter: (operation, options) => enter(operation, options),
    latency: () => backend.conditions.latency,
    speak,
    process: processById,
    person: () => person,
    mayTakePart: process => verificationIn(process).status.value === 'granted',
    pactEligibility,
    passage(id, version, passage) {
      const document = documentIn(id);
      return document && passageIn(document, version, passage, part => speak(part));
    },
    contents(id) {
      const document = documentIn(id);
      return document ? currentPassages(document) : [];
    },
    passageName(id, passage, options) {
      const document = documentIn(id);
      return document && passageNameIn(document, passage, part => speak(part, options));
    },
  });

  const changed = (): void => {
    // Whoever hears of a change may watch anew at once; the new one has nothing to hear.
    for (const watcher of [...watchers]) watcher();
  };

  const backend: MemoryBackend = {
    locale,
    conditions: { ...fairWeather, ...conditions },

    signIn(somebody) {
      person = somebody;
      changed();
    },
    signOut() {
      person = undefined;
      changed();
    },
    record(pact, acceptance) {
      acceptances.set(pact, acceptance);
    },

    session: {
      can: { signIn: true },
      async current(process, options): Promise<Session> {
        await enter('session.current', options);
        const session = person
          ? { type: 'signed-in', nickname: person.nickname, verification: verificationIn(process) }
          : { type: 'signed-out' };
        return parseAnswer(sessionSchema, session, 'session');
      },
      signInUrl: returnTo => `#accedi?ritorno=${encodeURIComponent(returnTo)}`,
      watch(onChange) {
        watchers.add(onChange);
        return () => watchers.delete(onChange);
      },
    },

    processes: {
      can: { list: true },
      async get(id, options) {
        await enter('processes.get', options);
        return processById(id, options);
      },
      async list({ cursor = '0', limit = 20, ...options } = {}) {
        await enter('processes.list', options);
        const start = Number(cursor);
        const end = start + limit;
        const items = seed.processes.slice(start, end).map(({ id }) => processById(id, options));
        return { items, ...(end < seed.processes.length && { next: String(end) }) };
      },
    },

    pacts: {
      can: { versions: true, accept: true },
      async get(id, options = {}) {
        await enter('pacts.get', options);
        return readPact(pactById(id), options);
      },
      async acceptance(id, options) {
        await enter('pacts.acceptance', options);
        pactById(id);
        return person ? acceptances.get(id) : undefined;
      },
      async accept({ pact, version }, options) {
        await enter('pacts.accept', options);
        if (!person) throw new BackendError('unauthenticated', 'nobody is signed in');
        const known = receipts.get(options.idempotencyKey);
        if (known) return known;
        const current = readPact(pactById(pact), options);
        const session = await backend.session.current(current.process.id);
        if (session.type !== 'signed-in' || session.verification.status.value !== 'granted') {
          throw new BackendError('not-entitled', 'this person may not take part');
        }
        if (!current.version.acceptance) throw new BackendError('closed', 'this pact does not ask to be accepted');
        if (current.version.number !== version || current.version.status.value !== 'in-force') {
          throw new BackendError('conflict', `version ${String(version)} is not in force`);
        }
        const receipt: Receipt = {
          reference: `PATTO-${String(now().getFullYear())}-${String(receipts.size + 1).padStart(5, '0')}`,
          at: now().toISOString(),
        };
        receipts.set(options.idempotencyKey, receipt);
        acceptances.set(pact, { version, at: receipt.at, receipt });
        return receipt;
      },
    },

    documents: {
      can: { versions: true },
      async get(id, options = {}) {
        await enter('documents.get', options);
        const document = documentById(id);
        return readDocument(document, {
          process: processById(document.process, options),
          speak: part => speak(part, options),
          asOf: now().toISOString(),
          version: options.version,
          counts: desk.counts(document),
        });
      },
      async passages(id, options = {}) {
        await enter('documents.passages', options);
        const document = documentById(id);
        return readPassages(document, options, part => speak(part, options), desk.counts(document));
      },
    },

    observations: observations(desk),
    office: office(desk),

    ballots: ballots({
      seeds: seed.ballots ?? [],
      now,
      enter,
      speak,
      process: processById,
      person: () => person,
      verification: verificationBy,
      eligibility: eligibilityIn,
    }),
  };
  return backend;
}
