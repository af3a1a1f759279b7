import type { City } from '../city.js';
import { entitlement } from '../participation/entitlement.js';
import { participantIn } from '../participation/participant.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { observedProcess } from './terms.js';

/** Who comments or likes, for one process alone. @throws Problem `not-entitled`. */
export async function reactor(city: City, id: string, visitor: Visitor): Promise<Buffer> {
  const process = await observedProcess(city, id);
  const languages = { locale: city.settings.locale, fallback: city.settings.locale };
  const { status } = await entitlement(city, process, visitor, languages);
  if (status.value !== 'granted') throw new Problem('not-entitled');
  return participantIn(city.keys, id, visitor);
}
