import type { City } from '../city.js';
import { entitlement } from '../participation/entitlement.js';
import { participantIn } from '../participation/participant.js';
import { heldBack } from '../participation/submission.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from '../sign-in/visitor.js';
import { observedProcess } from './terms.js';

/**
 * Who comments or likes, for one process alone.
 *
 * @returns With it a check that throws `not-entitled`: it is asked within the work, since a write that was done already gets its answer again.
 */
export async function reactor(city: City, id: string, visitor: Visitor): Promise<{ participant: Buffer; may: () => unknown }> {
  const process = await observedProcess(city, id);
  const languages = { locale: city.settings.locale, fallback: city.settings.locale };
  const checking = entitlement(city, process, visitor, languages).then(({ status }) => {
    if (status.value !== 'granted') throw new Problem('not-entitled');
  });
  return { participant: participantIn(city.keys, id, visitor), may: await heldBack(checking) };
}
