import { html, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText } from '../../../i18n/words.js';
import type { Party, PartyRole } from '../../../model/pact.js';
import type { Text } from '../../../model/text.js';
import { heading } from '../../../parts/heading.js';
import { spoken } from '../../../parts/spoken.js';
import type { View } from './view.js';

const roleTexts: Readonly<Record<PartyRole, TextKey>> = {
  administration: 'pact-viewer.role.administration',
  participants: 'pact-viewer.role.participants',
  guarantor: 'pact-viewer.role.guarantor',
  partner: 'pact-viewer.role.partner',
};

/**
 * What each side gives and what it gets. Roles are written out because a narrow screen shows the cells one below the other, and a table
 * that is laid out as blocks is a table no more for assistive technology (CSS Display, section 2.1, and what browsers make of it).
 */
export function reciprocity({ words, pact, level }: View): TemplateResult {
  const { t } = words;
  const title = t('pact-viewer.reciprocity');
  return html`
    <section aria-labelledby="reciprocity">
      ${heading(level + 1, title, { id: 'reciprocity' })}
      <table class="reciprocity" role="table" aria-labelledby="reciprocity">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${t('pact-viewer.party')}</th>
            <th role="columnheader" scope="col">${t('pact-viewer.gives')}</th>
            <th role="columnheader" scope="col">${t('pact-viewer.gets')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${pact.version.parties.map(party => row(party, { words }))}
        </tbody>
      </table>
    </section>
  `;
}

function row({ role, name, gives, gets }: Party, { words }: Pick<View, 'words'>): TemplateResult {
  const { t, locale } = words;
  return html`
    <tr role="row">
      <th role="rowheader" scope="row">
        ${spoken(name, locale)}<span class="role">${spoken(enumText(words, roleTexts, role), locale)}</span>
      </th>
      ${cell(t('pact-viewer.gives'), gives, locale)} ${cell(t('pact-viewer.gets'), gets, locale)}
    </tr>
  `;
}

function cell(label: string, items: readonly Text[], locale: string): TemplateResult {
  return html`
    <td role="cell">
      <span class="cell-label" aria-hidden="true">${label}</span>
      <ul role="list">
        ${items.map(item => html`<li>${spoken(item, locale)}</li>`)}
      </ul>
    </td>
  `;
}
