import { isAbort, asBackendError, type BackendError } from '../../backend/errors.js';
import { addStyles } from '../../internal/add-styles.js';
import { randomId } from '../../internal/random-id.js';
import type { Observation, OwnObservations } from '../../model/observation.js';
import { failure, failureFor, type ReadFailure } from '../../parts/failure.js';
import type { Comments } from './comments.js';
import type { ListHost } from './list-reading.js';
import { PorticoLikedEvent } from './observation-list.events.js';
import type { OpenMeans } from './open-and-own.js';
import { openedStyles } from './opened.styles.js';
import type { ReportDialog } from './report-dialog.js';
import { observation, opening } from './views/observation.js';
import type { TakingPart } from './views/you.js';
import type { View } from './views/view.js';

/** What somebody wanted to do and has to be told about first. */
export type Asked = 'like' | 'comment' | 'report';

interface OpenItem {
  readonly reference: string;
  readonly abort: AbortController;
  state: { type: 'loading' } | { type: 'failed'; failure: ReadFailure } | { type: 'here'; observation: Observation };
  comments?: Comments | undefined;
  /** They may not, or not yet: why stands there. */
  asked?: Asked | undefined;
  /** Why supporting it did not work. */
  likeFailed?: BackendError | undefined;
}

/** The observations that stand open: reading them, supporting them, and what others say on them. */
export class Opened {
  /** Counts up whenever something in one of them changed. */
  revision = 0;
  private readonly _items = new Map<string, OpenItem>();
  /** What the person said meanwhile of what they support, beside what the backend knew. */
  private _liked: { readonly own: OwnObservations | undefined; readonly now: Map<string, boolean> } = {
    own: undefined,
    now: new Map(),
  };
  private readonly _liking = new Set<string>();
  private _report: ReportDialog | undefined;

  constructor(
    private readonly _host: ListHost,
    private readonly _means: OpenMeans,
  ) {
    addStyles(_host, openedStyles);
  }

  /** What goes along to the city's page: the one that somebody wanted to do something with last. */
  get draft(): unknown {
    const item = [...this._items.values()].findLast(({ asked }) => asked !== undefined);
    return item ? { reference: item.reference, comment: item.comments?.draft ?? '' } : {};
  }

  has(key: string): boolean {
    return this._items.has(key);
  }

  /** What is known of one that is open. */
  observation(key: string): Observation | undefined {
    const state = this._items.get(key)?.state;
    return state?.type === 'here' ? state.observation : undefined;
  }

  open(key: string, reference: string): void {
    const known = this._known(reference);
    const item: OpenItem = {
      reference,
      abort: new AbortController(),
      state: known ? { type: 'here', observation: known } : { type: 'loading' },
    };
    this._items.set(key, item);
    this.changed();
    if (known) this._onHere(key, item, known);
    else void this._read(key, item);
  }

  close(key: string): void {
    this._items.get(key)?.abort.abort();
    this._items.delete(key);
    this.changed();
  }

  /** Closes those of the reader. */
  closeOwn(): void {
    for (const [key, { reference }] of this._items) if (this._known(reference)) this.close(key);
  }

  /** Opens the form for a comment with what somebody wrote on another site. */
  begin(key: string, comment: string): void {
    const item = this._items.get(key);
    if (item) this._onAsk(key, item, 'comment', comment);
  }

  render(key: string, view: View, level: number): unknown {
    const item = this._items.get(key);
    if (!item) return undefined;
    const { words } = view;
    const { state } = item;
    switch (state.type) {
      case 'loading':
        return opening(words);
      case 'failed': {
        const notFound = { title: words.t('observation-list.gone.title'), text: words.t('observation-list.gone.text') };
        const onRetry = (): void => void this._read(key, item);
        return failure({ words, level: level + 1, state: state.failure, notFound, onRetry });
      }
      case 'here':
        return this._renderHere(key, item, state.observation, view, level);
    }
  }

  /** Something in one of them is other than it was. */
  changed(): void {
    this.revision += 1;
    this._host.requestUpdate();
  }

  private _renderHere(key: string, item: OpenItem, found: Observation, view: View, level: number): unknown {
    const { observations, pages, session } = this._means.backend() ?? {};
    const can = observations?.can;
    const knowsPersons = session !== undefined;
    return observation(found, {
      ...view,
      key,
      level,
      pages,
      likes: knowsPersons && can?.like ? { liked: this._isLiked(found.reference), failed: item.likeFailed } : undefined,
      commentable: knowsPersons && (can?.comment ?? false),
      reportable: can?.report ?? false,
      asked: item.asked,
      takingPart: this._takingPart(),
      comments: item.comments?.render({ ...view, level: level + 1 }, key),
      onLike: () => void this._onLike(key, item, found),
      onComment: () => void this._readerAsked().then(() => this._onAsk(key, item, 'comment')),
      onReport: () => void this._onReport(key, item),
      report: this._report?.isFor(key) ? this._report.render({ ...view, level }, this._takingPart()) : undefined,
    });
  }

  private _takingPart(): TakingPart {
    const { session } = this._means.backend() ?? {};
    const reader = this._means.ready()?.reader ?? { type: 'anonymous' };
    return {
      reader,
      signInUrl: session?.can.signIn ? session.signInUrl(location.href, { locale: this._means.locale() }) : undefined,
      onSignIn: this._means.onSignIn,
      handOver: this._means.handOver,
      onAgain: this._means.onOwnChange,
    };
  }

  private _onHere(key: string, item: OpenItem, found: Observation): void {
    const { observations, session } = this._means.backend() ?? {};
    if (!observations || (found.comments === 0 && !(session && observations.can.comment))) return;
    void this._loadComments(key, item);
  }

  /** Whoever may not is told why, in the place where they pressed. */
  private _onAsk(key: string, item: OpenItem, asked: Asked, text?: string): void {
    const reader = this._means.ready()?.reader;
    const may = reader?.type === 'known' && reader.participation.type === 'entitled';
    item.asked = may ? undefined : asked;
    if (may && asked === 'comment') {
      void this._loadComments(key, item).then(comments => comments?.write(text));
      return;
    }
    if (text !== undefined && text !== '') void this._loadComments(key, item).then(comments => comments?.keep(text));
    this.changed();
    if (item.asked) this._means.focus.next(`#${CSS.escape(key)}-you`);
  }

  private async _onLike(key: string, item: OpenItem, { reference, likes }: Observation): Promise<void> {
    await this._readerAsked();
    const reader = this._means.ready()?.reader;
    const observations = this._means.backend()?.observations;
    if (reader?.type !== 'known' || reader.participation.type !== 'entitled') {
      this._onAsk(key, item, 'like');
      return;
    }
    if (!observations || this._liking.has(reference)) return;
    const liked = !this._isLiked(reference);
    this._liking.add(reference);
    this._liked.now.set(reference, liked);
    this._update(reference, { likes: Math.max(0, likes + (liked ? 1 : -1)) });
    try {
      const answer = await observations.like(reference, liked, { idempotencyKey: randomId(), locale: this._means.locale() });
      item.likeFailed = undefined;
      this._update(reference, answer);
      this._host.dispatchEvent(new PorticoLikedEvent(this._process, reference, liked));
    } catch (error) {
      this._liked.now.set(reference, !liked);
      item.likeFailed = asBackendError(error);
      this._update(reference, { likes });
      if (item.likeFailed.reason === 'unauthenticated') this._means.onOwnChange();
    } finally {
      this._liking.delete(reference);
      this.changed();
    }
  }

  /** Whoever presses before the answer is there who is reading gets what they pressed for, a moment later. */
  private async _readerAsked(): Promise<void> {
    while (this._host.isConnected && this._means.ready()?.reader.type === 'asking')
      await new Promise(resolve => requestAnimationFrame(resolve));
  }

  private async _onReport(key: string, item: OpenItem, comment?: string): Promise<void> {
    const chunk = await this._means.status.load(() => import('./report-dialog.js'), this._means.failed());
    if (!chunk) return;
    this._report = new chunk.ReportDialog(this._host, this._means, {
      key,
      reference: item.reference,
      comment,
      onChange: () => {
        this.changed();
      },
      onClose: () => {
        this._report = undefined;
        this.changed();
      },
    });
    this.changed();
  }

  private get _process(): string {
    return this._means.ready()?.terms.process.id ?? '';
  }

  /** One's own observations come whole with the answer about oneself. */
  private _known(reference: string): Observation | undefined {
    const reader = this._means.ready()?.reader;
    return reader?.type === 'known' ? reader.own.observations.find(each => each.reference === reference) : undefined;
  }

  private _isLiked(reference: string): boolean {
    const reader = this._means.ready()?.reader;
    const own = reader?.type === 'known' ? reader.own : undefined;
    if (this._liked.own !== own) this._liked = { own, now: new Map() };
    return this._liked.now.get(reference) ?? own?.liked.includes(reference) ?? false;
  }

  private _update(reference: string, change: Partial<Observation>): void {
    for (const item of this._items.values())
      if (item.reference === reference && item.state.type === 'here')
        item.state = { type: 'here', observation: { ...item.state.observation, ...change } };
    this._means.onChange(reference, change);
    this.changed();
  }

  private async _read(key: string, item: OpenItem): Promise<void> {
    const observations = this._means.backend()?.observations;
    const { signal } = item.abort;
    item.state = { type: 'loading' };
    this.changed();
    try {
      if (!observations) {
        item.state = { type: 'failed', failure: { type: 'not-offered' } };
        return;
      }
      const found = await observations.get(item.reference, { locale: this._means.locale(), signal });
      if (signal.aborted) return;
      item.state = { type: 'here', observation: found };
      this._onHere(key, item, found);
    } catch (error) {
      if (!isAbort(error)) item.state = { type: 'failed', failure: failureFor(asBackendError(error)) };
    } finally {
      this.changed();
    }
  }

  private async _loadComments(key: string, item: OpenItem): Promise<Comments | undefined> {
    const chunk = await this._means.status.load(() => import('./comments.js'), this._means.failed());
    if (!chunk || item.abort.signal.aborted) return item.comments;
    if (item.comments) return item.comments;
    const { signal } = item.abort;
    item.comments = new chunk.Comments(this._host, this._means, {
      key,
      reference: item.reference,
      signal,
      onChange: () => {
        this.changed();
      },
      onAdded: () => {
        const count = this.observation(key)?.comments ?? 0;
        this._update(item.reference, { comments: count + 1 });
      },
      onAsk: () => {
        this._onAsk(key, item, 'comment');
      },
      onReport: comment => void this._onReport(key, item, comment),
    });
    this.changed();
    return item.comments;
  }
}
