import { eligibilitySchema, type Eligibility } from '../../../model/eligibility.js';
import { observationsStatus, observationTermsSchema, type ObservationTerms } from '../../../model/observation-terms.js';
import type { ReadOptions } from '../../backend.js';
import { BackendError } from '../../errors.js';
import { parseAnswer } from '../../parse.js';
import type { MemoryPerson } from '../seed.js';
import { Idempotent } from '../idempotent.js';
import { MemoryLog } from '../memory-log.js';
import { AttachedFiles } from './attached-files.js';
import type { MemoryCity } from './city.js';
import { isReadable, stateOf, type KeptObservation } from './kept-observation.js';
import { ObservationStore } from './observation-store.js';
import type { ObservationsSeed } from './observations-seed.js';
import type { Speaking } from './speak-observation.js';

/** What reads and writes of observations share: all that is kept, and who may do what with it. */
export class ObservationDesk {
  readonly store: ObservationStore;
  readonly files = new AttachedFiles();
  readonly idempotent = new Idempotent();
  private readonly _logs = new Map<string, MemoryLog>();
  private readonly _places = new Map<string, ReadonlyMap<string, number>>();

  constructor(readonly city: MemoryCity) {
    this.store = new ObservationStore(city.seeds, this.placeOf);
  }

  /** @throws BackendError `not-found` when no observations are made in this process. */
  seedOf(process: string): ObservationsSeed {
    const seed = this.city.seeds.find(each => each.process === process);
    if (!seed) throw new BackendError('not-found', `no observations in ${process}`);
    return seed;
  }

  /** Who may take part; nothing where no observations are made, or the pact says it. */
  eligibility(process: string): Eligibility | undefined {
    const own = this.city.seeds.find(each => each.process === process)?.eligibility;
    return own && parseAnswer(eligibilitySchema, this.city.speak(own), `eligibility of ${process}`);
  }

  /** How many observations there are on each passage of a document; nothing where none are made. */
  counts({ id, process }: { id: string; process: string }): ReadonlyMap<string, number> | undefined {
    return this.city.seeds.some(each => each.process === process) ? this.store.counts(process, id) : undefined;
  }

  terms(id: string, options: ReadOptions = {}): ObservationTerms {
    const { city } = this;
    const { rules, privacy } = this.seedOf(id);
    const process = city.process(id, options);
    const asOf = city.now().toISOString();
    const terms = {
      ...(city.speak(rules, options) as Record<string, unknown>),
      process,
      status: observationsStatus(process, rules.closes, asOf),
      eligibility: this.eligibility(id) ?? city.pactEligibility(id) ?? {},
      privacy: city.speak(privacy, options),
      asOf,
    };
    return parseAnswer(observationTermsSchema, terms, `terms of ${id}`);
  }

  speaking(process: string, options: ReadOptions = {}): Speaking {
    const { city } = this;
    return {
      terms: this.terms(process, options),
      speak: part => city.speak(part, options),
      passageName: (document, passage) => city.passageName(document, passage, options),
    };
  }

  logOf(process: string): MemoryLog {
    let log = this._logs.get(process);
    if (!log) this._logs.set(process, (log = new MemoryLog(process, () => this.city.now())));
    return log;
  }

  /** Where a passage stands in its document; what is not in it comes last. */
  readonly placeOf = (document: string, passage: string): number => {
    let places = this._places.get(document);
    if (!places) {
      places = new Map(this.city.contents(document).map(({ id }, index) => [id, index]));
      this._places.set(document, places);
    }
    return places.get(passage) ?? Number.MAX_SAFE_INTEGER;
  };

  /** @throws BackendError `unauthenticated` */
  signedIn(): MemoryPerson {
    const person = this.city.person();
    if (!person) throw new BackendError('unauthenticated', 'nobody is signed in');
    return person;
  }

  /** @throws BackendError `unauthenticated`, `not-entitled` */
  entitled(process: string): MemoryPerson {
    const person = this.signedIn();
    if (!this.city.mayTakePart(process)) throw new BackendError('not-entitled', 'this person may not take part');
    return person;
  }

  /** @throws BackendError `closed` when it was hidden or withdrawn: nobody says anything on it any more. */
  readable(reference: string): KeptObservation {
    const kept = this.store.get(reference);
    if (!isReadable(kept)) throw new BackendError('closed', `${reference} cannot be read any more`);
    return kept;
  }

  /** Whether its author can edit and withdraw it now. */
  isEditable(kept: KeptObservation, { status }: ObservationTerms): boolean {
    return status.value === 'open' && isReadable(kept) && ['received', 'under-examination'].includes(stateOf(kept));
  }
}
