import type { City } from '../city.js';
import { readClaims, type Claims } from './claims.js';
import type { Nicknames } from './nicknames.js';
import { askRegistry } from './registry.js';
import type { Visitor } from './visitor.js';

/** Makes somebody of what the provider and the registry say. Nothing else of it is kept: no name, no address, no token. */
export async function recognise(city: City, nicknames: Nicknames, claims: Claims): Promise<Visitor> {
  const { settings, now } = city;
  const claimed = readClaims(claims, settings, now().toISOString().slice(0, 10));
  const ties = await askRegistry(city, claims, claimed);
  const { identity, birthDate, proof, roles } = claimed;
  return {
    identity,
    nickname: await nicknames.of(identity),
    roles,
    person: { ...ties, identity: proof, ...(birthDate !== undefined && { birthDate }) },
  };
}
