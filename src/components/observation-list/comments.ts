import { asBackendError, isAbort, type BackendError } from '../../backend/errors.js';
import { baseLanguage } from '../../i18n/language.js';
import { addStyles } from '../../internal/add-styles.js';
import { randomId } from '../../internal/random-id.js';
import { longestComment, type Alignment, type Comment } from '../../model/comment.js';
import { hasWords, lengthOf, tidied } from '../../model/written-text.js';
import { commentsStyles } from './comments.styles.js';
import type { ListHost } from './list-reading.js';
import { PorticoCommentedEvent } from './observation-list.events.js';
import type { OpenMeans } from './open-and-own.js';
import { comments } from './views/comments.js';
import type { View } from './views/view.js';

/** What is being written. */
export interface CommentForm {
  /** The comment that it answers. */
  readonly parent: string | undefined;
  readonly text: string;
  readonly alignment: Alignment;
  readonly error?: 'empty' | 'too-long' | undefined;
  readonly sending?: boolean | undefined;
  readonly failed?: BackendError | undefined;
}

export interface CommentsPlace {
  /** Where the observation stands open; begins the ids. */
  key: string;
  /** Reference number of the observation. */
  reference: string;
  /** Ends when the observation is closed. */
  signal: AbortSignal;
  onChange: () => void;
  /** There is one more. */
  onAdded: () => void;
  /** Somebody wants to write who may have to do something first. */
  onAsk: () => void;
  onReport: (comment: string) => void;
}

/** How many come at once. */
const pageLength = 50;

/** What others say on one observation, in two levels, and the form for saying something. */
export class Comments {
  private _items: readonly Comment[] = [];
  private _next: string | undefined;
  private _reading: 'loading' | 'failed' | 'here' = 'loading';
  private _shown: Alignment | '' = '';
  private _form: CommentForm | undefined;
  /** What was written and not sent, also while the form is closed. */
  private _kept = '';
  /** One attempt keeps one key, so that trying again never says it twice. */
  private _attempt: { readonly of: string; readonly key: string } | undefined;

  constructor(
    private readonly _host: ListHost,
    private readonly _means: OpenMeans,
    private readonly _place: CommentsPlace,
  ) {
    addStyles(_host, commentsStyles);
    void this._read();
  }

  /** What was written so far. */
  get draft(): string {
    return this._form?.text ?? this._kept;
  }

  /** Keeps what somebody wrote until they may send it. */
  keep(text: string): void {
    this._kept = text;
  }

  /** Opens the form. @param text - What is in it already. */
  write(text = this._kept, parent?: string): void {
    this._form = { parent, text, alignment: 'neutral' };
    this._place.onChange();
    this._means.focus.next(`#${CSS.escape(this._place.key)}-text`);
  }

  render(view: View, key: string): unknown {
    const reader = this._means.ready()?.reader;
    return comments({
      ...view,
      key,
      items: this._items,
      reading: this._reading,
      more: this._next !== undefined,
      shown: this._shown,
      form: this._form,
      answerable: this._means.backend()?.session !== undefined && (this._means.backend()?.observations?.can.comment ?? false),
      reportable: this._means.backend()?.observations?.can.report ?? false,
      onMore: () => void this._read(),
      onShow: alignment => {
        this._shown = alignment;
        this._place.onChange();
      },
      onAnswer: parent => {
        if (reader?.type === 'known' && reader.participation.type === 'entitled') this.write('', parent);
        else this._place.onAsk();
      },
      onReport: this._place.onReport,
      onType: change => {
        if (this._form) this._form = { ...this._form, ...change };
        this._place.onChange();
      },
      onSend: () => void this._send(),
      onCancel: () => {
        const parent = this._form?.parent;
        this._kept = this._form?.text ?? '';
        this._form = undefined;
        this._place.onChange();
        this._means.focus.next(parent === undefined ? `#${CSS.escape(key)}-comment` : `#${CSS.escape(`${key}-c-${parent}`)}`);
      },
    });
  }

  private async _read(): Promise<void> {
    const { reference, signal } = this._place;
    const observations = this._means.backend()?.observations;
    if (!observations) return;
    this._reading = 'loading';
    this._place.onChange();
    try {
      const options = { cursor: this._next, limit: pageLength, locale: this._means.locale(), signal };
      const { items, next } = await observations.comments(reference, options);
      if (signal.aborted) return;
      const known = new Set(this._items.map(({ id }) => id));
      this._items = [...this._items, ...items.filter(({ id }) => !known.has(id))];
      this._next = items.length > 0 ? next : undefined;
      this._reading = 'here';
    } catch (error) {
      if (!isAbort(error)) this._reading = 'failed';
    }
    this._place.onChange();
  }

  private async _send(): Promise<void> {
    const form = this._form;
    const observations = this._means.backend()?.observations;
    if (!form || form.sending || !observations) return;
    const error = hasWords(form.text) ? (lengthOf(form.text) > longestComment ? 'too-long' : undefined) : 'empty';
    if (error) {
      this._set({ ...form, error, failed: undefined });
      this._means.focus.next('.error-summary');
      return;
    }
    const { reference, key } = this._place;
    const lang = baseLanguage(this._means.locale());
    const draft = { reference, parent: form.parent, text: tidied(form.text), alignment: form.alignment, lang };
    const of = JSON.stringify(draft);
    if (this._attempt?.of !== of) this._attempt = { of, key: randomId() };
    this._set({ ...form, error: undefined, failed: undefined, sending: true });
    try {
      const options = { idempotencyKey: this._attempt.key, locale: this._means.locale() };
      const said = await observations.comment(draft, options);
      this._attempt = undefined;
      this._kept = '';
      this._form = undefined;
      this._shown = '';
      if (!this._items.some(({ id }) => id === said.id)) this._items = [...this._items, said];
      this._place.onAdded();
      this._means.focus.next(`#${CSS.escape(`${key}-c-${said.id}`)}`);
      const process = this._means.ready()?.terms.process.id ?? '';
      this._host.dispatchEvent(new PorticoCommentedEvent(process, reference, said.id));
    } catch (thrown) {
      const failed = asBackendError(thrown);
      this._set({ ...form, sending: false, failed });
      if (failed.reason === 'unauthenticated') this._means.onOwnChange();
      this._means.focus.next(`#${CSS.escape(key)}-failure`);
    }
  }

  private _set(form: CommentForm): void {
    this._form = form;
    this._place.onChange();
  }
}
