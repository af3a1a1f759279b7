import type { HistoryEvent } from '../../../model/observation.js';
import type { ObservationSeed } from './observations-seed.js';

/** An observation in memory. */
export interface KeptObservation {
  /** What is said and shown of it; its history is always there. */
  seed: ObservationSeed & Required<Pick<ObservationSeed, 'history' | 'responses' | 'comments'>>;
  readonly process: string;
  /** When it was received, in milliseconds. */
  readonly receivedAt: number;
  /** The nickname of the only person who can edit it; nobody where it came without one, or on paper. */
  readonly owner: string | undefined;
  /** Nicknames. */
  readonly likedBy: Set<string>;
}

/** Takes a part of the seed over; the seed itself is never changed, since several backends may begin with it. */
export function keep(process: string, seed: ObservationSeed): KeptObservation {
  const { responses = [], comments = [], history = historyOf(seed) } = seed;
  return {
    seed: { ...seed, responses: [...responses], comments: [...comments], history: [...history] },
    process,
    receivedAt: Date.parse(seed.receivedAt),
    owner: tokenOf(seed.source ?? 'online') === 'online' ? seed.author : undefined,
    likedBy: new Set(),
  };
}

/** The value of an open enum as a seed has it. */
export const tokenOf = (given: string | { readonly value: unknown }): string =>
  typeof given === 'string' ? given : (given.value as string);

export const stateOf = ({ seed }: KeptObservation): string => tokenOf(seed.state);

export function outcomeOf({ seed }: KeptObservation): string | undefined {
  const last = seed.responses.at(-1);
  return last && tokenOf(last.outcome);
}

/** Whether its text can be read: it was neither hidden nor taken back. */
export const isReadable = (kept: KeptObservation): boolean => !kept.seed.hidden && stateOf(kept) !== 'withdrawn';

export const likesOf = ({ seed, likedBy }: KeptObservation): number => (seed.likes ?? 0) + likedBy.size;

/** Puts something into the history. */
export function happened({ seed }: KeptObservation, event: HistoryEvent, at: string): void {
  seed.history.push({ event, at });
}

/** How far it has come, told from what the seed says. */
function historyOf({ receivedAt, responses = [], state, hidden }: ObservationSeed): ObservationSeed['history'] & object {
  const token = tokenOf(state);
  const last = responses.at(-1)?.at ?? receivedAt;
  return [
    { event: 'received', at: receivedAt },
    ...(hidden ? [{ event: 'hidden', at: hidden.at }] : []),
    ...responses.map(({ at }) => ({ event: 'answered', at })),
    ...(token === 'received' || token === 'answered' ? [] : [{ event: state, at: last }]),
  ];
}
