import * as v from 'valibot';
import { observationRulesSchema, observationsStatus, type ObservationTerms } from '../../../src/model/observation-terms.js';
import { inLanguage } from '../../../src/model/translations.js';
import type { City } from '../city.js';
import type { ProcessContent } from '../content/schema.js';
import { eligibilityOf, speakPrivacy, speakProcess, type Languages } from '../content/speak.js';
import { Problem } from '../problems/problem.js';

/** A process in which observations are made. */
export type ObservedProcess = ProcessContent & Required<Pick<ProcessContent, 'observations'>>;

/** @throws Problem `not-found` when there is no such process, or no observations in it. */
export async function observedProcess({ content }: Pick<City, 'content'>, id: string): Promise<ObservedProcess> {
  const process = await content.process(id);
  if (!process?.observations) throw new Problem('not-found');
  return { ...process, observations: process.observations };
}

/** The language in which most people write in a process: their words are searched for as that language forms them. */
export const writtenIn = (
  { observations }: { observations?: ProcessContent['observations'] | undefined },
  { locale }: Pick<City['settings'], 'locale'>,
): string => observations?.language ?? locale;

/** All that has to be known before somebody writes, in one language. */
export async function speakTerms(
  { content }: Pick<City, 'content'>,
  process: ObservedProcess,
  { asOf, ...languages }: Languages & { asOf: string },
): Promise<ObservationTerms> {
  const spoken = speakProcess(process, languages);
  const rules = v.parse(observationRulesSchema, inLanguage(process.observations, languages.locale, languages.fallback));
  return {
    ...rules,
    process: spoken,
    status: { value: observationsStatus(spoken, rules.closes, asOf) },
    eligibility: eligibilityOf(process, await content.pactsOf(process.id), languages),
    privacy: speakPrivacy(process, languages),
    asOf,
  };
}
