import { countingText } from '../../../../src/i18n/ballot-words/counting-text.js';
import { figureText } from '../../../../src/i18n/ballot-words/figure-text.js';
import { rulesText } from '../../../../src/i18n/ballot-words/rules-text.js';
import { whenText } from '../../../../src/i18n/ballot-words/when-text.js';
import type { Question } from '../../../../src/model/ballot.js';
import type { BallotResults } from '../../../../src/model/ballot-results.js';
import { resultsFor } from '../../ballots/results.js';
import { findBallot, speakBallot } from '../../ballots/speak-ballot.js';
import type { City } from '../../city.js';
import { Problem } from '../../problems/problem.js';
import type { EmbedText, EmbedWish } from '../embed-text.js';
import { html, type Html } from '../html.js';
import { heading, link, spoken } from '../marked.js';
import { wordsBeside } from '../page-words.js';

/**
 * A ballot to be read without a script: what is asked, by which rules, until when, and what came of it. Voting needs the script: a vote is
 * cast by a request that does not say who is signed in, and a plain form cannot make one.
 */
export async function ballotText(city: City, wish: EmbedWish): Promise<EmbedText> {
  const { id, lang, words, level, asOf } = wish;
  const fallback = city.settings.locale;
  const ballot = await speakBallot(city, await findBallot(city, id), { locale: lang, fallback, asOf });
  const results = await resultsFor(city, id, 'everybody').catch((error: unknown) => {
    if (error instanceof Problem && error.problem === 'not-found') return undefined;
    throw error;
  });
  const { t, locale } = words;
  const { published, kept, erasure } = ballot.privacy;
  return {
    title: ballot.title.text,
    data: `/api/v1/ballots/${id}?locale=${lang}`,
    text: html`<div class="text" lang="${locale}">
      ${heading(level, spoken(ballot.title, locale))}
      <p><strong>${whenText(words, ballot)}</strong></p>
      ${ballot.about && html`<p>${spoken(ballot.about, locale)}</p>`}
      ${ballot.status.value === 'open' && html`<p class="note">${wordsBeside(lang, fallback)('ballot.no-script')}</p>`}
      ${ballot.questions.map(question => questionText(question, wish, results))}
      ${
        results &&
        html`<p>
          ${t('voting-widget.turnout.voted')}: <strong>${words.formats.number(results.turnout.voted)}</strong>.
          ${t('voting-widget.results.at', { time: words.formats.instant(results.at, ballot.process.timeZone) })}
        </p>`
      }
      <p><strong>${t('voting-widget.public.title')}</strong> ${spoken(published, locale)}</p>
      <p><strong>${t('voting-widget.public.kept')}</strong> ${spoken(kept, locale)}</p>
      <p><strong>${t('voting-widget.public.erasure')}</strong> ${spoken(erasure, locale)}</p>
      ${ballot.next && html`<p><strong>${t('voting-widget.next')}</strong> ${spoken(ballot.next, locale)}</p>`}
      <p>${link(`/embed/receipt/${id}?lang=${lang}`, t('receipt.title'))}</p>
    </div>`,
  };
}

function questionText(question: Question, { words, level }: EmbedWish, results: BallotResults | undefined): Html {
  const { locale, formats, t } = words;
  const figures = new Map(
    results?.questions.find(each => each.question === question.id)?.figures.map(each => [each.option, each]),
  );
  // With a result the best come first; without one they stand as the city put them.
  const places = new Map([...figures.keys()].map((option, place) => [option, place]));
  const options = [...question.options].sort((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0));
  const currency = question.rules.budget?.currency;
  return html`<section>
    ${heading(level + 1, spoken(question.title, locale))} ${question.about && html`<p>${spoken(question.about, locale)}</p>`}
    <p>${rulesText(words, question)} ${countingText(words, question)}</p>
    <ul>
      ${options.map(({ id, title, summary, cost, district, category }) => {
        const figure = figures.get(id);
        const facts = [
          ...(cost !== undefined && currency !== undefined ? [formats.money(cost, currency)] : []),
          ...[district, category].flatMap(each => (each ? [each.label?.text ?? each.value] : [])),
          ...(figure ? [figureText(words, question, figure)] : []),
          ...(figure?.elected ? [t('voting-widget.results.elected')] : []),
        ];
        return html`<li>
          <strong>${spoken(title, locale)}</strong> ${facts.length > 0 && html`<span class="muted">${facts.join(' · ')}</span>`}
          ${summary && html`<br />${spoken(summary, locale)}`}
        </li>`;
      })}
    </ul>
  </section>`;
}
