import type { City } from '../city.js';
import { speakPact } from '../content/speak.js';
import { Problem } from '../problems/problem.js';
import { ballotText } from './ballots/ballot-text.js';
import { receiptText } from './ballots/receipt-text.js';
import { documentPage } from './document/document-page.js';
import { numberOf, type EmbedText, type EmbedWish } from './embed-text.js';
import type { EmbedName } from './embed-widgets.js';
import { followText } from './observations/follow-text.js';
import { formText } from './observations/form-text.js';
import { listText } from './observations/list-text.js';
import { pactText } from './pact/pact-text.js';

/** The text of each widget's page. Each throws the problem `not-found` where there is no such thing. */
export const embedTexts: Readonly<Record<EmbedName, (city: City, wish: EmbedWish) => Promise<EmbedText>>> = {
  async 'pact-viewer'({ content, settings }, { id, lang, words, level, attributes, asOf, hrefOf }) {
    const found = await content.pact(id);
    const process = found && (await content.process(found.process));
    if (!process) throw new Problem('not-found');
    const { version } = attributes;
    const pact = speakPact(found, process, { locale: lang, fallback: settings.locale, version: numberOf(version), asOf });
    const query = new URLSearchParams({ ...(version !== undefined && { version }), locale: lang });
    return {
      title: pact.version.title.text,
      text: pactText({ words, pact, level, versionHref: other => hrefOf({ version: String(other) }) }),
      data: `/api/v1/pacts/${id}?${query.toString()}`,
    };
  },
  document: documentPage,
  follow: followText,
  'observation-form': formText,
  'observation-list': listText,
  receipt: receiptText,
  'voting-widget': ballotText,
};
