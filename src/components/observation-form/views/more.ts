import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { described, field } from '../../../parts/field.js';
import type { FormView } from './view.js';

export interface MoreView extends FormView {
  /** The files, loaded when the process takes some. */
  readonly attachments: unknown;
}

/** What the process asks for beside the text: theme, place, files. */
export function more(view: MoreView): TemplateResult {
  return html`${theme(view)} ${hub(view)} ${place(view)} ${files(view)}`;
}

function files({ words: { t }, ready, handOver, attachments, signInUrl, onSignIn, error }: MoreView): unknown {
  const use = ready.terms.fields.attachments;
  if (use === 'off') return nothing;
  const who = ready.reader.type === 'known' ? ready.reader.participation.type : undefined;
  // A file cannot wait in the browser while its person signs in elsewhere: it is said before they look for one.
  if (
    handOver.url === undefined &&
    ready.terms.signIn &&
    who === 'signed-out' &&
    signInUrl &&
    ready.entry.attachments.length === 0
  ) {
    const wrong = error('files');
    return html`
      <div class="field ${wrong === undefined ? '' : 'wrong'}">
        <p class="label">
          ${t('observation-form.files.label')}${
            use === 'optional' ? html`${' '}<span class="optional">${t('observation-form.optional')}</span>` : nothing
          }
        </p>
        <p class="field-hint" id="files-hint">
          ${use === 'optional' ? t('observation-form.files.sign-in') : t('observation-form.files.sign-in-first')}
        </p>
        ${wrong === undefined ? nothing : html`<p class="field-error">${wrong}</p>`}
        <p>
          <a class="button" id="files" href=${signInUrl} aria-describedby="files-hint" @click=${onSignIn}
            >${t('observation-form.you.sign-in-now')}</a
          >
        </p>
      </div>
    `;
  }
  // Nothing can be sent from here; the city's page asks for them again.
  if (handOver.url === undefined || !ready.terms.signIn) return attachments;
  return html`
    <div>
      <p class="label">${t('observation-form.files.label')}</p>
      <p class="field-hint">${t('observation-form.files.there')}</p>
    </div>
  `;
}

function theme({ words, ready, form, error }: FormView): TemplateResult | typeof nothing {
  const { t } = words;
  const { fields, themes } = ready.terms;
  if (fields.theme === 'off' || themes.length === 0) return nothing;
  const text = {
    id: 'theme',
    label: t('observation-form.theme.label'),
    error: error('theme'),
    optional: fields.theme === 'optional' ? t('observation-form.optional') : undefined,
  };
  const { describedBy, invalid } = described(text);
  const { theme: chosen } = ready.entry;
  return field(
    words,
    text,
    html`<select
      class="control"
      id="theme"
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${live(chosen)}
      @change=${(event: Event) => form.set({ theme: (event.currentTarget as HTMLSelectElement).value })}
    >
      <option value="" ?selected=${chosen === ''}>${t('observation-form.theme.none')}</option>
      ${themes.map(({ id, label }) => html`<option value=${id} lang=${label.lang} ?selected=${id === chosen}>${label.text}</option>`)}
    </select>`,
  );
}

/** A hub that everybody knows is quicker to choose than to write; its name then stands in the field below, where more can be said. */
function hub({ words, ready, form }: FormView): TemplateResult | typeof nothing {
  const { t } = words;
  const { fields, hubs } = ready.terms;
  if (fields.place === 'off' || hubs.length === 0) return nothing;
  const { hub: chosen, place: written } = ready.entry;
  const nameOf = (wanted: string): string => hubs.find(({ id }) => id === wanted)?.label.text ?? '';
  const choose = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    // What somebody wrote themselves stays.
    const own = written !== '' && written !== nameOf(chosen);
    form.set({ hub: value, place: own ? written : nameOf(value) });
  };
  const text = { id: 'hub', label: t('observation-form.hub.label'), optional: t('observation-form.optional') };
  return field(
    words,
    text,
    html`<select class="control" id="hub" .value=${live(chosen)} @change=${choose}>
      <option value="" ?selected=${chosen === ''}>${t('observation-form.hub.none')}</option>
      ${hubs.map(({ id, label }) => html`<option value=${id} lang=${label.lang} ?selected=${id === chosen}>${label.text}</option>`)}
    </select>`,
  );
}

function place({ words, ready, form, error }: FormView): TemplateResult | typeof nothing {
  const { t } = words;
  const use = ready.terms.fields.place;
  if (use === 'off') return nothing;
  const text = {
    id: 'place',
    label: t('observation-form.place.label'),
    hint: t('observation-form.place.hint'),
    error: error('place'),
    optional: use === 'optional' ? t('observation-form.optional') : undefined,
  };
  const { describedBy, invalid } = described(text);
  return field(
    words,
    text,
    html`<input
      class="control"
      id="place"
      type="text"
      autocomplete="off"
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${live(ready.entry.place)}
      @input=${(event: Event) => {
        const { value } = event.currentTarget as HTMLInputElement;
        // A place without words is none, so the hub goes with them.
        form.set({ place: value, ...(value === '' && { hub: '' }) });
      }}
    />`,
  );
}
