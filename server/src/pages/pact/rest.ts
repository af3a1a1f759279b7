import { enumText } from '../../../../src/i18n/words.js';
import type { Attachment, PactVersionSummary } from '../../../../src/model/pact.js';
import type { Text } from '../../../../src/model/text.js';
import { html, type Html } from '../html.js';
import { heading, link, spoken } from '../marked.js';
import { statusTexts, toneOf, type PactView } from './view.js';

/** Every version of the pact, the newest first. */
export function versions(view: PactView): Html | undefined {
  const { words, pact, level } = view;
  if (pact.versions.length < 2) return undefined;
  return html`<section aria-labelledby="versions">
    ${heading(level + 1, words.t('common.versions'), 'versions')}
    <ul class="versions" role="list">
      ${pact.versions.toReversed().map(each => html`<li>${version(each, view)}</li>`)}
    </ul>
  </section>`;
}

function version({ number, status, act, note }: PactVersionSummary, { words, pact, versionHref }: PactView): Html {
  const { t, formats, locale } = words;
  const isThis = number === pact.version.number;
  const date = act && formats.date(act.date, pact.process.timeZone);
  const adopted = act && t('common.act-text', { kind: act.kind.text, number: act.number, date: date ?? '' });
  return html`<p class="version-line">
      <strong>${t('common.version-number', { number })}</strong>
      <span class="badge ${toneOf(status.value)}">${spoken(enumText(words, statusTexts, status), locale)}</span>
      ${isThis && html`<span class="muted">${t('common.versions.this')}</span>`}
    </p>
    ${adopted !== undefined && html`<p>${act?.url === undefined ? adopted : link(act.url, adopted)}</p>`}
    ${note && html`<p>${spoken(note, locale)}</p>`}
    ${!isThis && html`<p>${link(versionHref(number), t('common.versions.read-number', { number }))}</p>`}`;
}

/** The files that belong to the pact. Format, size and language stand in the link, so that nobody is surprised by a download. */
export function documents({ words, pact, level }: PactView): Html | undefined {
  const { attachments } = pact.version;
  const { formats, locale } = words;
  if (attachments.length === 0) return undefined;
  const facts = ({ format, bytes, lang }: Attachment): string =>
    [format, bytes === undefined ? '' : formats.bytes(bytes), lang === undefined ? '' : formats.language(lang)]
      .filter(fact => fact !== '')
      .join(', ');
  const item = (file: Attachment): Html => html`<li>${link(file.url, html`${spoken(file.title, locale)} (${facts(file)})`)}</li>`;
  return html`<section aria-labelledby="documents">
    ${heading(level + 1, words.t('pact-viewer.documents'), 'documents')}
    <ul class="documents" role="list">
      ${attachments.map(item)}
    </ul>
  </section>`;
}

/** What somebody accepts, and what happens to their data. Accepting itself needs a sign-in, so it is the widget's. */
export function acceptance({ words, pact, level }: PactView): Html | undefined {
  const { acceptance: asked, number } = pact.version;
  if (!asked) return undefined;
  const { t, locale } = words;
  const fact = (name: string, text: Text): Html =>
    html`<dt>${name}</dt>
      <dd>${spoken(text, locale)}</dd>`;
  const { published, kept, erasure } = asked.privacy;
  return html`<section aria-labelledby="acceptance">
    ${heading(level + 1, t('pact-viewer.accept.title'), 'acceptance')}
    <p>${t('pact-viewer.accept.needed', { number })}</p>
    ${heading(level + 2, t('pact-viewer.accept.statement'))}
    <p>${spoken(asked.statement, locale)}</p>
    ${heading(level + 2, t('pact-viewer.accept.privacy'))}
    <dl>
      ${fact(t('pact-viewer.accept.published'), published)} ${fact(t('pact-viewer.accept.kept'), kept)}
      ${fact(t('pact-viewer.accept.erasure'), erasure)}
    </dl>
  </section>`;
}
