import type * as v from 'valibot';
import type { hiddenSchema } from '../../../model/moderation.js';
import type { responseSchema } from '../../../model/response.js';
import type { Translatable } from '../../../model/translations.js';
import { happened } from './kept-observation.js';
import type { ObservationDesk } from './observation-desk.js';

/** What officials do with observations: for stories, tests and demonstrations, where no official is there. */
export interface Office {
  /** Publishes a response; a later one follows it. */
  answer(reference: string, response: Translatable<v.InferInput<typeof responseSchema>>): void;
  /** Hides an observation, or one of its comments. */
  hide(reference: string, hidden: Translatable<v.InferInput<typeof hiddenSchema>>, comment?: string): void;
}

export function office({ store }: ObservationDesk): Office {
  return {
    answer(reference, response) {
      const kept = store.get(reference);
      kept.seed = { ...kept.seed, state: 'answered', responses: [...kept.seed.responses, response] };
      happened(kept, 'answered', response.at);
      store.changed();
    },
    hide(reference, hidden, comment) {
      const kept = store.get(reference);
      const hide = <Item>(item: Item): Item => ({ ...item, hidden });
      if (comment === undefined) {
        kept.seed = hide(kept.seed);
        happened(kept, 'hidden', hidden.at);
      } else {
        const comments = kept.seed.comments.map(each => (each.id === comment ? hide(each) : each));
        kept.seed = { ...kept.seed, comments };
      }
      store.changed();
    },
  };
}
