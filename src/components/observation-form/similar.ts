import { html, nothing, type TemplateResult } from 'lit';
import type { ObservationService } from '../../backend/backend.js';
import { asBackendError } from '../../backend/errors.js';
import type { FocusController } from '../../controllers/focus.js';
import type { StatusController } from '../../controllers/status.js';
import type { Words } from '../../i18n/words.js';
import { randomId } from '../../internal/random-id.js';
import type { ObservationLine } from '../../model/observation.js';
import { heading } from '../../parts/heading.js';
import { spoken } from '../../parts/spoken.js';
import { draftOf } from './entry.js';
import type { FormHost } from './form-host.js';
import { PorticoSupportedEvent } from './observation-form.events.js';
import { stepOf, type ReadyState } from './observation-form.state.js';
import type { FormView } from './views/view.js';

/** A text is looked up when the person pauses for so long, in milliseconds, and when there is enough of it, in letters. */
const pause = 900;
const enough = 40;

export interface SimilarMeans {
  readonly focus: FocusController;
  readonly status: StatusController;
  readonly observations: () => ObservationService | undefined;
  readonly locale: () => string;
  readonly words: () => Words | undefined;
}

/** What others said already, offered below the text and never in the way of whoever writes. */
export class Similar {
  private _found: readonly ObservationLine[] = [];
  private _asked = '';
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _call: AbortController | undefined;
  private _open = '';
  private _supporting = '';

  constructor(
    private readonly _host: FormHost,
    private readonly _means: SimilarMeans,
  ) {
    // Somebody may have written before this was here.
    const { state } = _host;
    const words = _means.words();
    if (state.type === 'ready' && words) this.look(state, words);
  }

  /** Looks again, once the person pauses. */
  look(ready: ReadyState, words: Words): void {
    const text = `${ready.entry.title} ${ready.entry.text}`.trim();
    clearTimeout(this._timer);
    if (text.length < enough || text === this._asked || ready.progress.type !== 'writing') return;
    this._timer = setTimeout(() => void this._ask(ready, text, words), pause);
  }

  render(view: FormView): TemplateResult | typeof nothing {
    if (this._found.length === 0) return nothing;
    const { words, level } = view;
    const { t } = words;
    return html`
      <section class="similar" aria-labelledby="similar">
        ${heading(level + 2, t('observation-form.similar.title', { count: this._found.length }), { id: 'similar', focusable: true })}
        ${canSupport(view) ? html`<p class="muted">${t('observation-form.similar.text')}</p>` : nothing}
        <ul role="list" class="plain">
          ${this._found.map(line => html`<li class="similar-one">${this._one(line, view)}</li>`)}
        </ul>
      </section>
    `;
  }

  private _one(line: ObservationLine, view: FormView): TemplateResult {
    const { words } = view;
    const { t, locale } = words;
    const open = this._open === line.reference;
    // A number says nothing to anybody: without a title it is called by how it begins.
    const name = line.title ?? { text: beginning(line.excerpt.text), lang: line.excerpt.lang };
    const id = `similar-${line.reference}`;
    const can = canSupport(view);
    return html`
      <button
        class="text-button"
        type="button"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls=${id}
        @click=${() => {
          this._open = open ? '' : line.reference;
          this._host.requestUpdate();
        }}
      >
        ${spoken(name, locale)}
      </button>
      ${line.likes === 0 ? nothing : html`<span class="muted">${t('observation-form.similar.likes', { count: line.likes })}</span>`}
      <div id=${id} ?hidden=${!open}>
        <p>${spoken(line.excerpt, locale)}</p>
        ${
          can === 'sign-in'
            ? html`<a class="button" href=${view.signInUrl ?? nothing} @click=${view.onSignIn}
                >${t('observation-form.similar.sign-in')}</a
              >`
            : nothing
        }
        ${
          can === 'now' && this._means.observations()?.can.like
            ? html`<button
                class="button"
                type="button"
                aria-disabled=${this._supporting === line.reference ? 'true' : nothing}
                @click=${() => void this._support(line, view)}
              >
                ${t('observation-form.similar.support')}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private async _ask(ready: ReadyState, text: string, { t }: Words): Promise<void> {
    const observations = this._means.observations();
    if (!observations || !this._host.isConnected) return;
    this._call?.abort();
    this._call = new AbortController();
    this._asked = text;
    const { subject } = draftOf(ready.entry, ready.terms.process.id, this._means.locale(), false);
    try {
      const { signal } = this._call;
      this._found = await observations.similar(subject, text, { signal, locale: this._means.locale() });
      this._host.requestUpdate();
      // Whoever is at another step by now has something else to hear.
      const { state } = this._host;
      const here = state.type === 'ready' && stepOf(state) === 'what';
      if (here && this._found.length > 0)
        this._means.status.say(t('observation-form.similar.title', { count: this._found.length }));
    } catch {
      // It is an offer: when it cannot be made, nothing is missing.
      this._asked = '';
    }
  }

  /** What was written stays a draft: the person can still come back to it. */
  private async _support({ reference }: ObservationLine, { words: { t }, ready }: FormView): Promise<void> {
    const observations = this._means.observations();
    if (this._supporting !== '' || !observations) return;
    this._supporting = reference;
    this._host.requestUpdate();
    try {
      await observations.like(reference, true, { idempotencyKey: randomId() });
      const { state } = this._host;
      if (state.type === 'ready') this._host.state = { ...state, progress: { type: 'supported', reference } };
      this._means.focus.next('#supported', true);
      this._host.dispatchEvent(new PorticoSupportedEvent(ready.terms.process.id, reference));
    } catch (thrown) {
      const { reason } = asBackendError(thrown);
      this._means.status.say(
        reason === 'offline' ? t('observation-form.similar.offline') : t('observation-form.similar.failed'),
        true,
      );
    }
    this._supporting = '';
    this._host.requestUpdate();
  }
}

/** How somebody who reads it can support one instead, if they can. What they wrote is kept while they sign in. */
function canSupport({ ready, helper, handOver, signInUrl }: FormView): 'now' | 'sign-in' | undefined {
  const who = ready.reader.type === 'known' ? ready.reader.participation.type : undefined;
  if (helper) return undefined;
  if (who === 'entitled') return 'now';
  return who === 'signed-out' && handOver.url === undefined && signInUrl !== undefined ? 'sign-in' : undefined;
}

/** The first words of a text, enough to tell it from others, in letters. */
const telling = 80;

function beginning(text: string): string {
  if (text.length <= telling) return text;
  const cut = text.slice(0, telling);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), telling / 2)).trimEnd()}…`;
}
