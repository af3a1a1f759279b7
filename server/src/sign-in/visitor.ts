import type { Person } from '../../../src/model/eligibility.js';

/** Roles of people who work for the city. */
export type Role = 'official' | 'hub-operator';

/** Somebody who signed in, as the server knows them while their session lasts. Nothing of it but the nickname leaves the server. */
export interface Visitor {
  /** Who it is, for pseudonyms: a fiscal code, or the provider's own name for the person. Never stored readable. */
  readonly identity: string;
  readonly person: Person;
  readonly nickname: string;
  readonly roles: readonly Role[];
}
