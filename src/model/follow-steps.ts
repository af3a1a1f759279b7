import type { HistoryEntry, Observation, ObservationState } from './observation.js';
import type { OpenEnum } from './open-enum.js';

/** `unchanged`: the answer leaves the text as it is. `other`: the platform has a state of its own. */
export type StepName = 'received' | 'examined' | 'answered' | 'in-final-text' | 'unchanged' | 'withdrawn' | 'other';

export interface FollowStep {
  readonly name: StepName;
  /** `here`: so far it has come. */
  readonly status: 'past' | 'here' | 'upcoming';
  /** An instant. */
  readonly at?: string | undefined;
  /** With `other`: the state. */
  readonly state?: OpenEnum<ObservationState> | undefined;
}

/** Answers after which the text stays as it is. */
const withoutEffect: readonly string[] = ['rejected', 'not-pertinent'];

/** The way of an observation, from its receipt to the final text: what was, where it is, what is to come. */
export function stepsOf(observation: Observation): FollowStep[] {
  const { state, history, receivedAt, responses } = observation;
  const received: FollowStep = { name: 'received', status: 'past', at: receivedAt };
  if (state.value === 'withdrawn') return [received, { name: 'withdrawn', status: 'here', at: lastAt(history, 'withdrawn') }];
  const response = responses.at(-1);
  const rest: Omit<FollowStep, 'status'>[] = [
    { name: 'received', at: receivedAt },
    { name: 'examined', at: lastAt(history, 'under-examination') },
    { name: 'answered', at: response?.at },
    response && withoutEffect.includes(response.outcome.value) && state.value !== 'in-final-text'
      ? { name: 'unchanged' }
      : { name: 'in-final-text', at: lastAt(history, 'in-final-text') },
  ];
  const known: Readonly<Record<string, number>> = { received: 0, 'under-examination': 1, answered: 2, 'in-final-text': 3 };
  const place = known[state.value];
  if (place === undefined) {
    const after = response ? 2 : 0;
    const way = rest.map((step, index): FollowStep => ({ ...step, status: index <= after ? 'past' : 'upcoming' }));
    return way.toSpliced(after + 1, after === 0 ? 1 : 0, { name: 'other', status: 'here', state });
  }
  return rest.map((step, index) => ({ ...step, status: index < place ? 'past' : index === place ? 'here' : 'upcoming' }));
}

const lastAt = (history: readonly HistoryEntry[], event: string): string | undefined =>
  history.findLast(entry => entry.event.value === event)?.at;
