import type { ObservationListOptions, ObservationService } from '../../backend.js';
import { BackendError } from '../../errors.js';
import { refuse } from './draft-rules.js';
import type { ObservationDesk } from './observation-desk.js';
import type { KeptObservation } from './kept-observation.js';
import { commentOf, lineOf, wholeOf } from './speak-observation.js';
import { summaryOf } from './summary.js';

type Reads = Pick<ObservationService, 'terms' | 'list' | 'summary' | 'get' | 'similar' | 'own' | 'comments' | 'log'>;

const mostItems = 100;

/** What everybody may ask, and what somebody may ask about themselves. */
export function observationReads(desk: ObservationDesk): Reads {
  const { city, store } = desk;
  return {
    async terms(process, options) {
      await city.enter('observations.terms', options);
      return desk.terms(process, options);
    },
    async list(filter, options = {}) {
      await city.enter('observations.list', options);
      const speaking = desk.speaking(filter.process, options);
      const { sort = filter.text === undefined ? 'newest' : 'relevance' } = options;
      const list = store.list(filter, sort);
      const { items, next } = pageOf(list, options, ({ seed }) => seed.reference);
      return { items: items.map(kept => lineOf(kept, speaking)), ...next, total: list.length };
    },
    async summary(filter, options) {
      await city.enter('observations.summary', options);
      return summaryOf(store.find(filter), desk.speaking(filter.process, options), desk.placeOf);
    },
    async get(reference, options) {
      await city.enter('observations.get', options);
      const kept = store.get(reference);
      return wholeOf(kept, desk.speaking(kept.process, options));
    },
    async similar(subject, text, options) {
      await city.enter('observations.similar', options);
      const speaking = desk.speaking(subject.process, options);
      return store.similar(subject, text).map(kept => lineOf(kept, speaking));
    },
    async own(process, options) {
      await city.enter('observations.own', options);
      const speaking = desk.speaking(process, options);
      const nickname = city.person()?.nickname;
      if (nickname === undefined) return { observations: [], liked: [] };
      const own = store.list({ process }, 'newest').filter(({ owner }) => owner === nickname);
      return {
        observations: own.map(kept => ({ ...wholeOf(kept, speaking), editable: desk.isEditable(kept, speaking.terms) })),
        liked: store
          .of(process)
          .filter(({ likedBy }) => likedBy.has(nickname))
          .map(({ seed }) => seed.reference),
      };
    },
    async comments(reference, options = {}) {
      await city.enter('observations.comments', options);
      const kept: KeptObservation = store.get(reference);
      const { items, next } = pageOf(kept.seed.comments, options, ({ id }) => id);
      return { items: items.map(comment => commentOf(comment, part => city.speak(part, options))), ...next };
    },
    async log(process, options) {
      await city.enter('observations.log', options);
      desk.seedOf(process);
      return desk.logOf(process).describe();
    },
  };
}

/** One page of a list. A cursor is the id of the last item before it, so that what comes in meanwhile moves nothing. */
function pageOf<Item>(
  list: readonly Item[],
  { cursor, limit = 20 }: ObservationListOptions,
  idOf: (item: Item) => string,
): { items: readonly Item[]; next: { next?: string } } {
  const before = cursor === undefined ? -1 : list.findIndex(item => idOf(item) === cursor);
  if (cursor !== undefined && before < 0) {
    throw new BackendError('invalid', `no cursor ${cursor}`, { fields: [{ path: 'cursor' }] });
  }
  if (limit < 1) refuse([{ path: 'limit', message: 'is less than one' }]);
  const items = list.slice(before + 1, before + 1 + Math.min(limit, mostItems));
  const last = items.at(-1);
  const more = before + 1 + items.length < list.length;
  return { items, next: more && last !== undefined ? { next: idOf(last) } : {} };
}
