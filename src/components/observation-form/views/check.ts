import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText } from '../../../i18n/words.js';
import { kindTexts, sourceTexts } from '../../../i18n/observation-words.js';
import { handOverLink } from '../../../parts/hand-over.js';
import { heading } from '../../../parts/heading.js';
import { spoken } from '../../../parts/spoken.js';
import { isAmendment, type Step } from '../entry.js';
import type { Refused } from '../observation-form.state.js';
import { promise, reader } from './before.js';
import { quoted, subjectName } from './passage-name.js';
import { refusal } from './refusal.js';
import type { FormView } from './view.js';

export interface CheckView extends FormView {
  /** The difference between the wording and what is proposed. */
  readonly difference: unknown;
  /** Somebody else has signed in since this was written. */
  readonly somebodyElse: string | undefined;
  /** Files that were chosen and did not arrive. */
  readonly missing: readonly string[];
  readonly onTakeName: () => void;
  readonly onSend: () => void;
  readonly onStop: () => void;
  readonly onSaveFile: () => void;
}

/** Everything once more, with a way to change each, and the button that sends it. */
export function check(view: CheckView): TemplateResult {
  const { ready } = view;
  const { progress } = ready;
  const refused = progress.type === 'writing' ? progress.refused : undefined;
  return html`
    ${refused ? refusal(view, refused) : nothing} ${progress.type === 'waiting' ? waiting(view) : nothing}
    <div class="answers">${answers(view)}</div>
    ${refused && isFinal(refused) ? nothing : beforeSending(view)}
  `;
}

/** Whoever was told that nothing is taken, or nothing of theirs, is not told in the same breath that they can send. */
const isFinal = ({ reason }: Refused): boolean => reason === 'closed' || reason === 'not-entitled';

function beforeSending(view: CheckView): TemplateResult {
  return html`
    ${heading(view.level + 2, view.words.t('observation-form.check.before'))} ${promise(view)}
    ${signsInBelow(view) ? nothing : reader(view)} ${somebodyElse(view)} ${sending(view)}
  `;
}

function answers(view: CheckView): unknown[] {
  const { words, ready, helper, difference, missing } = view;
  const { t, formats } = words;
  const { entry, terms } = ready;
  const kind = terms.kinds.find(({ value }) => value === entry.kind) ?? { value: entry.kind };
  const theme = terms.themes.find(({ id }) => id === entry.theme);
  const hub = terms.hubs.find(({ id }) => id === entry.hub);
  const written = (text: string): TemplateResult => html`<div class="written" dir="auto" .textContent=${text}></div>`;
  return [
    helper ? behalf(view) : nothing,
    answer(view, t('observation-form.step.where'), html`${subjectName(view)}${quoted(view)}`, 'where', 'where'),
    answer(view, t('observation-form.kind.label'), spoken(enumText(words, kindTexts, kind), words.locale), 'what', 'kind'),
    entry.title === '' ? nothing : answer(view, t('observation-form.title.label'), written(entry.title), 'what', 'own-title'),
    isAmendment(entry) ? answer(view, t('observation-form.after.label'), difference, 'what', 'after') : nothing,
    entry.text === ''
      ? nothing
      : answer(
          view,
          isAmendment(entry) ? t('observation-form.text.reason') : t('observation-form.text.label'),
          written(entry.text),
          'what',
          'text',
        ),
    theme ? answer(view, t('observation-form.theme.label'), spoken(theme.label, words.locale), 'more', 'theme') : nothing,
    // One whose name stands in the place need not be said twice.
    hub && hub.label.text !== entry.place
      ? answer(view, t('observation-form.hub.label'), spoken(hub.label, words.locale), 'more', 'hub')
      : nothing,
    entry.place === '' ? nothing : answer(view, t('observation-form.place.label'), written(entry.place), 'more', 'place'),
    entry.attachments.length + missing.length === 0
      ? nothing
      : answer(
          view,
          t('observation-form.files.label'),
          html`<ul class="plain">
            ${entry.attachments.map(({ name, size }) => html`<li><bdi>${name}</bdi>, ${formats.bytes(size)}</li>`)}
            ${missing.map(name => html`<li><bdi>${name}</bdi>: <span class="field-error">${t('observation-form.files.failed')}</span></li>`)}
          </ul>`,
          'more',
          'files',
        ),
  ];
}

function behalf(view: CheckView): TemplateResult {
  const { words, ready } = view;
  const { t, formats } = words;
  const { source, receivedAt, receivedOn } = ready.entry;
  const key: TextKey | undefined = Object.hasOwn(sourceTexts, source)
    ? sourceTexts[source as keyof typeof sourceTexts]
    : undefined;
  // eslint-disable-next-line portico/static-text-keys -- the keys stand in the table of the sources
  const parts = [key ? t(key) : '', receivedAt, receivedOn === '' ? '' : formats.date(receivedOn, ready.terms.process.timeZone)];
  return answer(view, t('observation-form.step.behalf'), parts.filter(part => part !== '').join(', '), 'behalf', 'source');
}

function answer({ words: { t }, form }: CheckView, label: string, content: unknown, step: Step, field: string): TemplateResult {
  return html`
    <div class="answer">
      <p class="answer-label">${label}</p>
      <div class="answer-text">${content}</div>
      <button class="text-button" type="button" @click=${() => form.change(step, field)}>
        ${t('observation-form.change')}<span class="visually-hidden">: ${label}</span>
      </button>
    </div>
  `;
}

/** Somebody has signed in under another name than the one that the person was told. */
function somebodyElse({ words: { t }, ready, somebodyElse: name, onTakeName }: CheckView): unknown {
  if (name === undefined) return nothing;
  return html`
    <div class="notice warning" id="somebody-else" tabindex="-1">
      <p>${t('observation-form.other-name', { before: ready.as ?? '', now: name })}</p>
      <div class="actions">
        <button class="button" type="button" @click=${onTakeName}>
          ${t('observation-form.other-name.take', { nickname: name })}
        </button>
      </div>
    </div>
  `;
}

/** The network did not answer. It is tried again by itself. */
function waiting({ words: { t }, ready: { progress }, onStop, onSend, onSaveFile }: CheckView): TemplateResult {
  const trying = progress.type === 'waiting' && progress.trying === true;
  return html`
    <div class="notice warning" id="waiting" tabindex="-1">
      <p><strong>${t('observation-form.waiting.title')}</strong></p>
      <p>${t('observation-form.waiting.text')}</p>
      <div class="actions">
        <button class="button" type="button" aria-disabled=${trying ? 'true' : nothing} @click=${onSend}>
          ${trying ? t('observation-form.sending') : t('observation-form.waiting.now')}
        </button>
        <button class="button quiet" type="button" @click=${onStop}>${t('observation-form.waiting.stop')}</button>
        <button class="button quiet" type="button" @click=${onSaveFile}>${t('observation-form.draft.save')}</button>
      </div>
    </div>
  `;
}

/** Whether what comes next is the way to sign in, which says all there is to say about who may send. */
const signsInBelow = ({ ready: { reader: who, terms, progress } }: CheckView): boolean =>
  terms.signIn && progress.type !== 'waiting' && who.type === 'known' && who.participation.type === 'signed-out';

function sending(view: CheckView): unknown {
  const { words, ready, handOver, signInUrl, onSignIn, onSend, form, helper } = view;
  const { t } = words;
  const { progress } = ready;
  if (progress.type === 'waiting') return nothing;
  const back = html`<button class="button quiet" type="button" @click=${() => form.back()}>
    ${t('observation-form.back')}
  </button>`;
  if (signsInBelow(view)) {
    const way =
      handOver.url !== undefined
        ? handOverLink(words, { ...handOver, url: handOver.url })
        : signInUrl === undefined
          ? nothing
          : html`<a class="button primary" href=${signInUrl} @click=${onSignIn}>${t('observation-form.sign-in-to-send')}</a>`;
    return html`
      <p>${handOver.url === undefined ? t('observation-form.sign-in-text') : t('observation-form.hand-over-text')}</p>
      <div class="actions">${way}${back}</div>
    `;
  }
  const busy = progress.type === 'sending';
  return html`
    <div class="actions">
      <button class="button primary" id="send" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onSend}>
        ${busy ? t('observation-form.sending') : helper ? t('observation-form.send-helper') : t('observation-form.send')}
      </button>
      ${busy ? nothing : back}
    </div>
  `;
}
