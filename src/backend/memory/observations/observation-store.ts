import type { ObservationFilter, ObservationSort, ObservationSubject } from '../../../model/observation.js';
import { BackendError } from '../../errors.js';
import { isReadable, keep, likesOf, outcomeOf, stateOf, tokenOf, type KeptObservation } from './kept-observation.js';
import type { ObservationSeed, ObservationsSeed } from './observations-seed.js';
import { fit, folded, likeness, wordsIn } from './search-words.js';

/** From this share of the same words on, an observation counts as similar. */
const similarFrom = 0.4;

const mostSimilar = 5;

/** All observations of a memory backend, in the order in which they came. */
export class ObservationStore {
  private readonly _byReference = new Map<string, KeptObservation>();
  private readonly _byProcess = new Map<string, KeptObservation[]>();
  /** The last list that was made; its pages are asked for one after the other. */
  private _listed: { key: string; list: readonly KeptObservation[] } | undefined;

  /** @param _placeOf - Where a passage stands in its document. */
  constructor(
    seeds: readonly ObservationsSeed[],
    private readonly _placeOf: (document: string, passage: string) => number,
  ) {
    for (const { process, observations = [] } of seeds) for (const seed of observations) this.add(process, seed);
  }

  add(process: string, seed: ObservationSeed): KeptObservation {
    const kept = keep(process, seed);
    this._byReference.set(seed.reference, kept);
    const list = this._byProcess.get(process);
    if (list) list.push(kept);
    else this._byProcess.set(process, [kept]);
    this.changed();
    return kept;
  }

  /** Something was written: a list that was made is old. */
  changed(): void {
    this._listed = undefined;
  }

  of(process: string): readonly KeptObservation[] {
    return this._byProcess.get(process) ?? [];
  }

  /** @throws BackendError `not-found` */
  get(reference: string): KeptObservation {
    const found = this._byReference.get(reference.trim().toUpperCase());
    if (!found) throw new BackendError('not-found', `no observation ${reference}`);
    return found;
  }

  /** The number of the next one: without a gap, in each year from 1 on. */
  nextReference(process: string, prefix: string, year: number): string {
    const start = `${prefix}-${String(year)}-`;
    const last = this.of(process)
      .filter(({ seed }) => seed.reference.startsWith(start))
      .reduce((most, { seed }) => Math.max(most, Number(seed.reference.slice(start.length))), 0);
    return `${start}${String(last + 1).padStart(6, '0')}`;
  }

  find(filter: ObservationFilter): KeptObservation[] {
    return this.of(filter.process).filter(kept => matches(kept, filter));
  }

  /** Those that a list is about, sorted. */
  list(filter: ObservationFilter, sort: ObservationSort): readonly KeptObservation[] {
    const key = JSON.stringify([filter, sort]);
    if (this._listed?.key !== key) this._listed = { key, list: this._sorted(this.find(filter), sort, filter.text ?? '') };
    return this._listed.list;
  }

  /** How many observations everybody can read on each passage of a document. */
  counts(process: string, document: string): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const kept of this.of(process)) {
      const { subject } = kept.seed;
      if (subject.document !== document || subject.passage === undefined || !isReadable(kept)) continue;
      counts.set(subject.passage, (counts.get(subject.passage) ?? 0) + 1);
    }
    return counts;
  }

  /** Those that say something like this, the nearest first. On the same passage a little less has to be the same. */
  similar({ process, passage }: ObservationSubject, text: string): KeptObservation[] {
    const words = wordsIn(text);
    return this.of(process)
      .map(kept => ({ kept, share: likeness(kept, words) + (kept.seed.subject.passage === passage ? 0.1 : 0) }))
      .filter(({ share }) => share >= similarFrom)
      .sort((one, other) => other.share - one.share)
      .slice(0, mostSimilar)
      .map(({ kept }) => kept);
  }

  private _sorted(found: KeptObservation[], sort: ObservationSort, text: string): KeptObservation[] {
    const value = this._orderBy(sort, text);
    return found
      .map(kept => ({ kept, by: value(kept) }))
      .sort((one, other) => other.by - one.by || compareNewest(one.kept, other.kept))
      .map(({ kept }) => kept);
  }

  /** What goes first has the greater number. */
  private _orderBy(sort: ObservationSort, text: string): (kept: KeptObservation) => number {
    switch (sort) {
      case 'newest':
        return ({ receivedAt }) => receivedAt;
      case 'oldest':
        return ({ receivedAt }) => -receivedAt;
      case 'most-liked':
        return likesOf;
      case 'most-commented':
        return ({ seed }) => seed.comments.length;
      case 'relevance':
        return kept => Math.min(fit(kept, text), Number.MAX_SAFE_INTEGER);
      case 'passage':
        return ({ seed: { subject } }) => -this._placeOf(subject.document ?? '', subject.passage ?? '');
    }
  }
}

const compareNewest = (one: KeptObservation, other: KeptObservation): number =>
  other.receivedAt - one.receivedAt || (one.seed.reference < other.seed.reference ? 1 : -1);

function matches(kept: KeptObservation, { document, passage, text = '', ...wanted }: ObservationFilter): boolean {
  const { subject, kind, theme, source = 'online' } = kept.seed;
  const has = (value: string | undefined, asked: string | undefined): boolean => asked === undefined || value === asked;
  return (
    has(subject.document, document) &&
    has(subject.passage, passage) &&
    has(tokenOf(kind), wanted.kind) &&
    has(theme, wanted.theme) &&
    has(stateOf(kept), wanted.state) &&
    has(outcomeOf(kept), wanted.outcome) &&
    has(tokenOf(source), wanted.source) &&
    (folded(text).trim() === '' || fit(kept, text) > 0)
  );
}
