import { findBallot, speakBallot } from '../../ballots/speak-ballot.js';
import { logOfBallot } from '../../ballots/ballot-log.js';
import type { City } from '../../city.js';
import { originOf } from '../../log/origin.js';
import type { EmbedText, EmbedWish } from '../embed-text.js';
import { html } from '../html.js';
import { heading, link, spoken } from '../marked.js';
import { wordsBeside } from '../page-words.js';

/** Where receipts of a ballot are checked. Without a script there is the log itself, for who checks with other tools. */
export async function receiptText(city: City, { id, lang, words, level, asOf }: EmbedWish): Promise<EmbedText> {
  const fallback = city.settings.locale;
  const ballot = await speakBallot(city, await findBallot(city, id), { locale: lang, fallback, asOf });
  const { t, locale } = words;
  const log = logOfBallot(id);
  return {
    title: `${t('receipt.title')}: ${ballot.title.text}`,
    data: `/api/v1/ballots/${id}?locale=${lang}`,
    text: html`<div class="text" lang="${locale}">
      ${heading(level, t('receipt.title'))}
      <p>${link(`/embed/voting-widget/${id}?lang=${lang}`, spoken(ballot.title, locale))}</p>
      <p>${t('receipt.intro')}</p>
      <p>${wordsBeside(lang, fallback)('receipt.no-script')}</p>
      <p>${link(`/api/v1/logs/${log}`, html`<bdi>${originOf(city.settings, log)}</bdi>`)}</p>
    </div>`,
  };
}
