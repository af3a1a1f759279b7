import type { TextKey } from '../../../../src/i18n/texts.js';
import { enumText, type Words } from '../../../../src/i18n/words.js';
import type { Eligibility, IdentityProof, Tie } from '../../../../src/model/eligibility.js';
import type { OpenEnum } from '../../../../src/model/open-enum.js';
import { html, type Html } from '../html.js';
import { heading, spoken } from '../marked.js';
import type { PactView } from './view.js';

const tieTexts: Readonly<Record<Tie, TextKey>> = {
  resident: 'pact-viewer.who.tie.resident',
  'city-user': 'pact-viewer.who.tie.city-user',
  anyone: 'pact-viewer.who.tie.anyone',
};

const identityTexts: Readonly<Record<IdentityProof, TextKey>> = {
  spid: 'pact-viewer.who.identity.spid',
  cie: 'pact-viewer.who.identity.cie',
  'municipal-account': 'pact-viewer.who.identity.municipal-account',
  'in-person': 'pact-viewer.who.identity.in-person',
  none: 'pact-viewer.who.identity.none',
};

/** Who may take part, rule by rule, and how to reach a person. */
export function who({ words, pact, level }: PactView): Html {
  const { t, locale } = words;
  const { eligibility } = pact.version;
  const { contact } = pact.process;
  return html`<section aria-labelledby="who">
    ${heading(level + 1, t('pact-viewer.who'), 'who')}
    <dl class="rules">
      ${rules(eligibility, words).map(
        ([name, rule]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${rule}</dd>
          </div>`,
      )}
    </dl>
    ${eligibility.note && html`<p>${spoken(eligibility.note, locale)}</p>`}
    ${contact && html`<p><strong>${t('pact-viewer.contact')}</strong> ${spoken(contact, locale)}</p>`}
  </section>`;
}

function rules(eligibility: Eligibility, words: Words): [string, string][] {
  const { t, formats } = words;
  const { ties, districts, identity, electoralRoll } = eligibility;
  const any = (known: Readonly<Record<string, TextKey>>, values: readonly OpenEnum<string>[]): string => {
    const texts = values.map(value => enumText(words, known, value).text);
    return formats.list(texts, 'disjunction');
  };
  const made: [string, string][] = [[t('pact-viewer.who.age'), ages(eligibility, words)]];
  if (ties.length > 0) made.push([t('pact-viewer.who.tie'), any(tieTexts, ties)]);
  if (districts.length > 0) made.push([t('pact-viewer.who.district'), any({}, districts)]);
  if (identity.length > 0) made.push([t('pact-viewer.who.identity'), any(identityTexts, identity)]);
  if (electoralRoll) made.push([t('pact-viewer.who.register'), t('pact-viewer.who.register-needed')]);
  return made;
}

function ages({ minAge, maxAge }: Eligibility, { t }: Words): string {
  if (minAge !== undefined && maxAge !== undefined) return t('pact-viewer.who.age-between', { min: minAge, max: maxAge });
  if (minAge !== undefined) return t('pact-viewer.who.age-from', { count: minAge });
  if (maxAge !== undefined) return t('pact-viewer.who.age-to', { count: maxAge });
  return t('pact-viewer.who.age-any');
}
