import { verificationFor } from '../../../src/model/eligibility.js';
import type { Verification } from '../../../src/model/session.js';
import { dayIn } from '../../../src/model/time.js';
import type { City } from '../city.js';
import type { ProcessContent } from '../content/schema.js';
import { eligibilityOf, type Languages } from '../content/speak.js';
import type { Visitor } from '../sign-in/visitor.js';

/** Whether somebody may take part in a process today, and why not. The rule is the model's, so that widgets foretell the same. */
export async function entitlement(
  { content, now, settings }: City,
  process: ProcessContent,
  visitor: Visitor,
  languages: Languages,
): Promise<Verification> {
  const eligibility = eligibilityOf(process, await content.pactsOf(process.id), languages);
  const verification = verificationFor(eligibility, visitor.person, dayIn(now(), process.timeZone));
  const waiting = ['missing', 'pending'].includes(verification.status.value);
  return waiting ? { ...verification, url: new URL('/you', settings.url).href } : verification;
}
