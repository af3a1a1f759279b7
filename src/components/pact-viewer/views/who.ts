import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText, type Words } from '../../../i18n/words.js';
import type { Eligibility, IdentityProof, Tie } from '../../../model/eligibility.js';
import type { OpenEnum } from '../../../model/open-enum.js';
import { spoken } from '../../../parts/spoken.js';

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

/** Who may take part, rule by rule, as pairs of a name and what is asked. */
export function rulesOf(eligibility: Eligibility, words: Words): [string, string][] {
  const { t } = words;
  const { ties, districts, identity, electoralRoll } = eligibility;
  const any = (known: Readonly<Record<string, TextKey>>, values: readonly OpenEnum<string>[]): string =>
    words.formats.list(
      values.map(value => enumText(words, known, value).text),
      'disjunction',
    );
  return [
    [t('pact-viewer.who.age'), ages(eligibility, words)],
    ...(ties.length > 0 ? [[t('pact-viewer.who.tie'), any(tieTexts, ties)] as [string, string]] : []),
    ...(districts.length > 0 ? [[t('pact-viewer.who.district'), any({}, districts)] as [string, string]] : []),
    ...(identity.length > 0 ? [[t('pact-viewer.who.identity'), any(identityTexts, identity)] as [string, string]] : []),
    ...(electoralRoll ? [[t('pact-viewer.who.register'), t('pact-viewer.who.register-needed')] as [string, string]] : []),
  ];
}

function ages({ minAge, maxAge }: Eligibility, { t }: Words): string {
  if (minAge !== undefined && maxAge !== undefined) return t('pact-viewer.who.age-between', { min: minAge, max: maxAge });
  if (minAge !== undefined) return t('pact-viewer.who.age-from', { count: minAge });
  if (maxAge !== undefined) return t('pact-viewer.who.age-to', { count: maxAge });
  return t('pact-viewer.who.age-any');
}

/** The rules for everybody. */
export function rules(eligibility: Eligibility, words: Words): TemplateResult {
  return html`
    <dl class="rules">
      ${rulesOf(eligibility, words).map(
        ([name, rule]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${rule}</dd>
          </div>`,
      )}
    </dl>
    ${eligibility.note ? html`<p>${spoken(eligibility.note, words.locale)}</p>` : nothing}
  `;
}
