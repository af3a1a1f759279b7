import { html, nothing, type TemplateResult } from 'lit';
import type { ObservationService } from '../../backend/backend.js';
import { asBackendError, isAbort, type BackendErrorReason } from '../../backend/errors.js';
import type { FocusController } from '../../controllers/focus.js';
import type { StatusController } from '../../controllers/status.js';
import type { TextKey } from '../../i18n/texts.js';
import type { Words } from '../../i18n/words.js';
import { addStyles } from '../../internal/add-styles.js';
import { randomId } from '../../internal/random-id.js';
import type { Attachment } from '../../model/attachment.js';
import { described, field } from '../../parts/field.js';
import { attachmentsStyles } from './attachments.styles.js';
import { fileProblem, type FileProblem } from './file-problem.js';
import type { FormHost } from './form-host.js';
import { cleanImage, isImage } from './image.js';
import type { ReadyState } from './observation-form.state.js';
import type { FormView } from './views/view.js';

export interface AttachmentsMeans {
  readonly focus: FocusController;
  readonly status: StatusController;
  readonly observations: () => ObservationService | undefined;
  readonly words: () => Words | undefined;
  readonly add: (attachment: Attachment) => void;
  readonly remove: (id: string) => void;
}

/** A file on its way. What has arrived is part of the entry and no more here. */
interface Underway {
  readonly id: string;
  readonly file: File;
  /** As it is sent, without what a camera wrote into it; absent until it is ready. */
  clean?: File | undefined;
  share: number;
  problem?: FileProblem | 'failed' | 'offline' | 'sign-in' | undefined;
  call?: AbortController | undefined;
}

const problemTexts: Readonly<Record<FileProblem | 'failed' | 'offline' | 'sign-in', TextKey>> = {
  type: 'observation-form.files.type',
  size: 'observation-form.files.size',
  image: 'observation-form.files.image',
  empty: 'observation-form.files.empty',
  failed: 'observation-form.files.failed',
  offline: 'observation-form.files.offline',
  'sign-in': 'observation-form.files.sign-in',
};

/** What can be tried again with the same file. */
const passing: readonly Underway['problem'][] = ['failed', 'offline', 'sign-in'];

const problemOf: Readonly<Partial<Record<BackendErrorReason, Underway['problem']>>> = {
  'too-large': 'size',
  invalid: 'type',
  offline: 'offline',
  unauthenticated: 'sign-in',
};

/** The files of an observation: chosen or dropped, looked at, cleaned, sent one by one, given up and tried again. */
export class Attachments {
  private _files: readonly Underway[] = [];
  private _over = false;
  private _tooMany = false;

  constructor(
    private readonly _host: FormHost,
    private readonly _means: AttachmentsMeans,
  ) {
    addStyles(_host, [attachmentsStyles]);
  }

  /** Whether a file is still being sent. */
  get busy(): boolean {
    return this._files.some(({ problem }) => problem === undefined);
  }

  /** What was chosen and did not arrive, by name: nobody shall think that it went along. */
  get missing(): readonly string[] {
    return this._files.map(({ file }) => file.name);
  }

  /** For the next person: nothing of the last one's stays. */
  clear(): void {
    for (const { call } of this._files) call?.abort();
    this._files = [];
  }

  render(view: FormView): TemplateResult {
    const { words, ready, error } = view;
    const { t, formats } = words;
    const { attachments: limits, fields } = ready.terms;
    const text = {
      id: 'files',
      label: t('observation-form.files.label'),
      hint: t('observation-form.files.hint', {
        most: limits.most,
        size: formats.bytes(limits.maxBytes),
        types: formats.list(limits.types.map(typeName), 'disjunction'),
      }),
      optional: fields.attachments === 'optional' ? t('observation-form.optional') : undefined,
      error: error('files') ?? (this._tooMany ? t('observation-form.files.too-many', { count: limits.most }) : undefined),
    };
    const { describedBy, invalid } = described(text, 'files-clean');
    const onChange = (event: Event): void => {
      const input = event.currentTarget as HTMLInputElement;
      const files = [...(input.files ?? [])];
      input.value = '';
      this._add(files, ready);
    };
    const input = html`
      <input
        class="visually-hidden chooser"
        id="files"
        type="file"
        multiple
        accept=${limits.types.join(',')}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        @change=${onChange}
      />
      <label class="button" for="files">${t('observation-form.files.choose')}</label>
      <p class="field-hint" id="files-clean">${t('observation-form.files.clean')}</p>
    `;
    return html`
      <div
        class="files ${this._over ? 'over' : ''}"
        @dragover=${(event: DragEvent) => this._onDrag(event, true)}
        @dragleave=${(event: DragEvent) => this._onDrag(event, false)}
        @drop=${(event: DragEvent) => this._onDrop(event, ready)}
      >
        ${field(words, text, input)}
        <ul role="list" class="plain file-list">
          ${ready.entry.attachments.map(attachment => this._arrived(attachment, words))}
          ${this._files.map(file => this._underway(file, view))}
        </ul>
      </div>
    `;
  }

  private _arrived({ id, name, size }: Attachment, { t, formats }: Words): TemplateResult {
    return html`<li class="file">
      <span><bdi>${name}</bdi> <span class="muted">${formats.bytes(size)} · ${t('observation-form.files.arrived')}</span></span>
      ${fileButton(t('observation-form.files.remove'), name, () => {
        this._remove(id);
      })}
    </li>`;
  }

  private _underway(item: Underway, { words, ready }: FormView): TemplateResult {
    const { t, formats } = words;
    const { file, problem, share, clean } = item;
    const label = `file-${item.id}`;
    const retry = passing.includes(problem)
      ? fileButton(t('common.retry'), file.name, () => void this._send(item, ready))
      : nothing;
    const giveUp = fileButton(problem === undefined ? t('common.cancel') : t('observation-form.files.remove'), file.name, () => {
      this._giveUp(item);
    });
    return html`<li class="file">
      <span id=${label}
        ><bdi>${file.name}</bdi>
        <span class="muted">${formats.bytes((clean ?? file).size)}</span>
        ${
          problem === undefined
            ? nothing
            : html`<span class="field-error"
                >${t(problemTexts[problem], { size: formats.bytes(ready.terms.attachments.maxBytes) })}</span
              >`
        }</span
      >
      ${problem === undefined ? html`<progress aria-labelledby=${label} max="1" .value=${share}></progress>` : nothing}
      <span class="file-actions">${retry}${giveUp}</span>
    </li>`;
  }

  private _onDrag(event: DragEvent, over: boolean): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this._over = over;
    this._host.requestUpdate();
  }

  private _onDrop(event: DragEvent, ready: ReadyState): void {
    event.preventDefault();
    this._over = false;
    this._add([...(event.dataTransfer?.files ?? [])], ready);
  }

  private _add(files: readonly File[], ready: ReadyState): void {
    const room = ready.terms.attachments.most - ready.entry.attachments.length - this._files.length;
    this._tooMany = files.length > room;
    const added = files.slice(0, Math.max(0, room)).map((file): Underway => ({ id: randomId(), file, share: 0 }));
    this._files = [...this._files, ...added];
    for (const item of added) void this._send(item, ready);
    this._host.requestUpdate();
  }

  private async _send(item: Underway, { terms }: ReadyState): Promise<void> {
    const observations = this._means.observations();
    if (!observations) return;
    item.problem = undefined;
    item.share = 0;
    item.call = new AbortController();
    const { signal } = item.call;
    this._host.requestUpdate();
    try {
      item.problem = item.clean ? undefined : await fileProblem(item.file, terms.attachments, isImage(item.file.type));
      // A picture is drawn anew, and so may be larger before.
      if (!item.problem && !item.clean) {
        item.clean = isImage(item.file.type) ? await cleanImage(item.file, terms.attachments.maxBytes) : item.file;
        if (!item.clean) item.problem = 'image';
      }
      if (item.problem || !item.clean) {
        this._tell(item);
        return;
      }
      const onProgress = (share: number): void => {
        item.share = share;
        this._host.requestUpdate();
      };
      // The same key when it is tried again: one that had arrived is not kept twice.
      const options = { idempotencyKey: item.id, signal, onProgress };
      const attachment = await observations.attach(terms.process.id, item.clean, options);
      if (signal.aborted) return;
      this._files = this._files.filter(each => each !== item);
      this._means.add(attachment);
      this._say(words => words.t('observation-form.files.added', { name: attachment.name }));
    } catch (thrown) {
      if (isAbort(thrown) || signal.aborted) return;
      item.problem = problemOf[asBackendError(thrown).reason] ?? 'failed';
      this._tell(item);
    }
    this._host.requestUpdate();
  }

  private _giveUp(item: Underway): void {
    item.call?.abort();
    this._files = this._files.filter(each => each !== item);
    this._tooMany = false;
    this._means.focus.next('#files');
  }

  private _remove(id: string): void {
    this._tooMany = false;
    this._means.remove(id);
    this._means.focus.next('#files');
  }

  private _tell({ file, problem }: Underway): void {
    this._host.requestUpdate();
    if (problem === undefined) return;
    const size = (words: Words): string => {
      const { state } = this._host;
      return state.type === 'ready' ? words.formats.bytes(state.terms.attachments.maxBytes) : '';
    };

    this._say(words => `${file.name}: ${words.t(problemTexts[problem], { size: size(words) })}`);
  }

  private _say(text: (words: Words) => string): void {
    const words = this._means.words();
    if (words) this._means.status.say(text(words));
  }
}

/** What can be done with one of the files. */
const fileButton = (text: string, file: string, onClick: () => void): TemplateResult =>
  html`<button class="text-button" type="button" @click=${onClick}>
    ${text}<span class="visually-hidden">: ${file}</span>
  </button>`;

/** A media type as people call it: `image/jpeg` reads `JPEG`. */
const typeName = (type: string): string =>
  (type.split('/')[1] ?? type)
    .replace(/\+.*|^x-/g, '')
    .toUpperCase()
    .replace('WEBP', 'WebP');
