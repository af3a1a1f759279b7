import { enumText } from '../../../../src/i18n/words.js';
import type { Party } from '../../../../src/model/pact.js';
import type { Text } from '../../../../src/model/text.js';
import { html, type Html } from '../html.js';
import { heading, spoken } from '../marked.js';
import { roleTexts, type PactView } from './view.js';

/**
 * What each side gives and what it gets. Roles are written out because a narrow screen shows the cells one below the other, and a table
 * that is laid out as blocks is a table no more for assistive technology.
 */
export function reciprocity(view: PactView): Html | undefined {
  const { words, pact, level } = view;
  const { t } = words;
  const { parties } = pact.version;
  if (parties.length === 0) return undefined;
  return html`<section aria-labelledby="reciprocity">
    ${heading(level + 1, t('pact-viewer.reciprocity'), 'reciprocity')}
    <table class="reciprocity" role="table" aria-labelledby="reciprocity">
      <thead role="rowgroup">
        <tr role="row">
          ${[t('pact-viewer.party'), t('pact-viewer.gives'), t('pact-viewer.gets')].map(
            name => html`<th role="columnheader" scope="col">${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${parties.map(party => row(party, view))}
      </tbody>
    </table>
  </section>`;
}

function row({ role, name, gives, gets }: Party, { words }: PactView): Html {
  const { t, locale } = words;
  const cell = (label: string, items: readonly Text[]): Html =>
    html`<td role="cell">
      <span class="cell-label" aria-hidden="true">${label}</span>
      <ul role="list">
        ${items.map(item => html`<li>${spoken(item, locale)}</li>`)}
      </ul>
    </td>`;
  return html`<tr role="row">
    <th role="rowheader" scope="row">
      ${spoken(name, locale)}<span class="role">${spoken(enumText(words, roleTexts, role), locale)}</span>
    </th>
    ${cell(t('pact-viewer.gives'), gives)} ${cell(t('pact-viewer.gets'), gets)}
  </tr>`;
}
