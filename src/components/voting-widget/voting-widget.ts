import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BallotService } from '../../backend/backend.js';
import { BackendController } from '../../controllers/backend.js';
import { FocusController } from '../../controllers/focus.js';
import { LocaleController } from '../../controllers/locale.js';
import { ReadController } from '../../controllers/read.js';
import { StatusController } from '../../controllers/status.js';
import { ThemeController } from '../../controllers/theme.js';
import { directionOf } from '../../i18n/language.js';
import type { Words } from '../../i18n/words.js';
import type { Ballot, Question } from '../../model/ballot.js';
import { failure, failureFor } from '../../parts/failure.js';
import { notice } from '../../parts/notice.js';
import { skeleton } from '../../parts/skeleton.js';
import { statusLine } from '../../parts/status-line.js';
import { PorticoHandOverEvent, PorticoSignInEvent } from '../../parts/taking-part.events.js';
import type { Theme } from '../../styles/themes.js';
import { entryOf } from './entry.js';
import { FillingIn } from './filling-in.js';
import { LateParts } from './late-parts.js';
import { ownOrder } from './own-order.js';
import { bar } from './views/bar.js';
import { choose } from './views/choose.js';
import { header } from './views/header.js';
import { reader } from './views/reader.js';
import { leftOf } from './views/remaining-text.js';
import type { FillingView, QuestionView } from './views/view.js';
import { hasVoted, votingWidgetState, type ReaderState, type ReadyState, type VotingWidgetState } from './voting-widget.state.js';
import { votingWidgetStyles } from './voting-widget.styles.js';
import { texts } from './voting-widget.texts.js';

/** How long nothing may happen before what is left is said, in milliseconds. */
const pause = 900;

/**
 * A ballot: choose, check, cast, and a receipt to keep; before the opening when it opens, after the closing what came of it. Nothing of a
 * vote is kept on the device, and no event says how somebody votes.
 *
 * @tag portico-voting-widget
 * @slot - What stands here is shown when the widget cannot do its work. Put a link to the city's page into it.
 * @fires {PorticoCastEvent} portico-cast - The visitor wants to cast a vote. Cancelable: the page can stop it.
 * @fires {PorticoVotedEvent} portico-voted - A vote was cast and the backend confirmed it.
 * @fires {PorticoHandOverEvent} portico-hand-over - The visitor wants to vote, for which this page leads to the city's own page. Cancelable:
 *   the page can lead there in its own way.
 * @fires {PorticoSignInEvent} portico-sign-in - The visitor wants to sign in. Cancelable: the page can open its own way.
 * @csspart base - The whole widget.
 * @csspart header - Title, process and times.
 */
export class PorticoVotingWidget extends LitElement {
  static override styles: CSSResultGroup = votingWidgetStyles;

  /** Which ballot. Leave it out to drive the widget with `state`. */
  @property({ attribute: 'ballot' }) ballot?: string;

  /** Level of the title as a heading, 1 to 6, so that it fits the page. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Look of a design system, where the page cannot load its preset. Left out: that of the page's own properties. */
  @property({ attribute: 'theme' }) theme?: Theme | undefined;

  /** What the widget shows. Set it yourself, without `ballot`, in stories, tests and pages that already hold the data. */
  @property({ attribute: false }) state: VotingWidgetState = { type: 'loading' };

  private readonly _backend = new BackendController(this);
  private readonly _locale = new LocaleController(this, () => this._backend.value?.locale, texts);
  private readonly _focus = new FocusController(this);
  private readonly _status = new StatusController(this);
  private _saying: ReturnType<typeof setTimeout> | undefined;

  private readonly _filling: FillingIn = new FillingIn(this, {
    focus: this._focus,
    onChange: question => {
      this._sayLater(question);
    },
  });

  private readonly _late: LateParts = new LateParts(this, {
    focus: this._focus,
    status: this._status,
    filling: this._filling,
    ballots: () => this._backend.value?.ballots,
    pages: () => this._backend.value?.pages,
    onPersonChanged: () => {
      this._readOwn.run();
    },
    onBallotChanged: () => {
      this._readBallot.run();
    },
  });

  private readonly _readBallot = new ReadController<readonly [BallotService, string, string | undefined], Ballot>(this, {
    args: () => {
      const ballots = this._backend.value?.ballots;
      return this.ballot && ballots ? ([ballots, this.ballot, this._locale.requested] as const) : undefined;
    },
    read: ([ballots, ballot, locale], signal) => {
      if (this._ready?.ballot.id !== ballot) this.state = { type: 'loading' };
      return ballots.get(ballot, { locale, signal });
    },
    onValue: ballot => {
      this._onBallot(ballot);
    },
    onError: error => {
      // What somebody has begun to fill in stays in front of them.
      if (!this._ready) this.state = failureFor(error);
    },
  });

  private readonly _readOwn = new ReadController(this, {
    args: () => {
      const { ballots, session } = this._backend.value ?? {};
      const id = this._ready?.ballot.id;
      return this.ballot && ballots && session && id !== undefined
        ? ([ballots, session, id, this._locale.requested] as const)
        : undefined;
    },
    read: ([ballots, , id, locale], signal) => ballots.own(id, { locale, signal }),
    onValue: own => {
      this._setReader(own ? { type: 'known', own } : { type: 'signed-out' });
    },
    onError: () => {
      this._setReader({ type: 'unknown' });
    },
    watch: ([, session], onChange) => session.watch(onChange),
  });

  constructor() {
    super();
    new ThemeController(this);
  }

  private get _ready(): ReadyState | undefined {
    return this.state.type === 'ready' ? this.state : undefined;
  }

  /** Fetches the ballot and what is known of the person again. What was filled in stays. */
  reload(): void {
    if (!this.ballot) return;
    this._readBallot.run();
    this._readOwn.run();
  }

  protected override willUpdate(): void {
    const backend = this._backend.value;
    if (this.ballot && (backend ? !backend.ballots : this._backend.missing)) this.state = { type: 'not-offered' };
  }

  protected override updated(): void {
    if (this._ready) this._late.warm();
  }

  protected override render(): TemplateResult {
    const { words, failed } = this._locale;
    if (!words && failed) return html`<slot></slot>`;
    return html`
      <div
        class="voting"
        part="base"
        lang=${words?.locale ?? nothing}
        dir=${words ? directionOf(words.locale) : nothing}
        aria-busy=${this.state.type === 'loading' ? 'true' : 'false'}
      >
        ${statusLine(this._status.message, this._status.visible)}${words ? this._renderState(words) : skeleton()}
      </div>
    `;
  }

  private _renderState(words: Words): unknown {
    const { state: shown, headingLevel: level } = this;
    const { t } = words;
    switch (shown.type) {
      case 'loading':
        return skeleton();
      case 'ready':
        return this._renderReady(this._viewOf(words, shown));
      default: {
        const notFound = { title: t('voting-widget.not-found.title'), text: t('voting-widget.not-found.text') };
        return failure({ words, level, state: shown, notFound, onRetry: this._onRetry });
      }
    }
  }

  private _renderReady(view: FillingView): unknown {
    const { ready } = view;
    const { status, results } = ready.ballot;
    const open = status.value === 'open';
    const voted = hasVoted(ready);
    if (ready.progress.type === 'cast') return html`${header(view)} ${this._renderFinish(view)} ${this._renderResults(view)}`;
    if (!open) return html`${header(view)} ${this._renderClosed(view)}`;
    if (voted && !ready.changing) {
      return html`${header(view)} ${this._renderVoted(view)} ${this._renderResults(view)}`;
    }
    const shown = results.value === 'while-open' && !ready.changing ? this._renderResults(view) : nothing;
    return html`${header(view)} ${this._renderStep(view)} ${shown}`;
  }

  /** Before the opening and after the closing: what is or was asked, and what came of it. */
  private _renderClosed(view: FillingView): unknown {
    this._late.need('finish');
    const counted = view.ready.ballot.status.value === 'counted';
    return html`${this._late.finish?.closed(view)} ${counted ? this._renderResults(view) : this._renderQuestions(view)}`;
  }

  /** All questions, only to be read. */
  private _renderQuestions(view: FillingView): unknown {
    const { ballot, entries } = view.ready;
    return ballot.questions.map(question => choose({ ...view, question, entry: entryOf(entries, question) }, true));
  }

  private _renderStep(view: FillingView): unknown {
    const { ready } = view;
    const step = this._filling.stepOf(ready);
    const you = reader(view, this._late.finish?.entitlement);
    if (step.type === 'check') return this._renderFinish(view);
    const { question } = step;
    const asked: QuestionView = { ...view, question, entry: entryOf(ready.entries, question) };
    const first = ready.progress.type === 'filling-in' && ready.progress.step === 0;
    const readOnly = view.ways.cityPage !== undefined;
    if (readOnly) return html`${you} ${this._renderQuestions(view)}`;
    const body =
      step.type === 'weigh'
        ? this._renderWeighing(asked)
        : question.method.value === 'score'
          ? this._renderGrading(asked)
          : choose(asked);
    return html`${first ? you : nothing} ${body} ${bar(asked, step.type)}`;
  }

  private _renderWeighing(view: QuestionView): unknown {
    this._late.need('weighing');
    return this._late.weighing?.render(view) ?? this._renderLate(view.words);
  }

  private _renderGrading(view: QuestionView): unknown {
    this._late.need('grading');
    return this._late.grading?.render(view) ?? this._renderLate(view.words);
  }

  private _renderVoted(view: FillingView): unknown {
    this._late.need('finish');
    return this._late.finish?.votedAlready(view) ?? this._renderLate(view.words);
  }

  private _renderFinish(view: FillingView): unknown {
    this._late.need('finish');
    return this._late.finish?.render(view) ?? this._renderLate(view.words);
  }

  private _renderResults(view: FillingView): unknown {
    const { status, results } = view.ready.ballot;
    const shown =
      status.value === 'counted' || results.value === 'while-open' || (results.value === 'for-voters' && hasVoted(view.ready));
    if (!shown) return nothing;
    this._late.need('results');
    return this._late.results?.render(view) ?? this._renderLate(view.words);
  }

  /** A part that is on its way, or could not be fetched. */
  private _renderLate({ t }: Words): TemplateResult {
    if (!this._late.failed) return html`<p class="muted">${t('voting-widget.loading')}</p>`;
    const onRetry = (): void => {
      this._late.retry();
    };
    const actions = html`<button class="button" type="button" @click=${onRetry}>${t('common.retry')}</button>`;
    return notice({ tone: 'warning', text: t('common.chunk-failed'), actions });
  }

  private readonly _onRetry = (): void => {
    this.state = { type: 'loading' };
    this._readBallot.run();
  };

  /** The ballot is here, for the first time or once more. */
  private _onBallot(ballot: Ballot): void {
    const before = this._ready;
    if (before?.ballot.id !== ballot.id) {
      this.state = votingWidgetState(ballot, this._backend.value?.session ? { type: 'asking' } : { type: 'anonymous' });
      return;
    }
    const changed = before.ballot.version !== ballot.version;
    this.state = { ...before, ballot, ...(changed && { entries: this._late.finish?.fitting(ballot, before.entries) ?? {} }) };
    this._late.results?.renew();
  }

  private _viewOf(words: Words, ready: ReadyState): FillingView {
    const { session, ballots } = this._backend.value ?? {};
    const place = { widget: 'voting-widget', subject: ready.ballot.id };
    const cityPage = session?.handOver?.pageUrl(place, { lang: this._locale.requested });
    return {
      words,
      level: this.headingLevel,
      ready,
      filling: this._filling,
      explain: this._late.finish?.explain,
      seed: ownOrder(),
      ways: {
        cityPage: ballots?.can.vote === false ? cityPage : undefined,
        onCityPage: event => {
          if (cityPage !== undefined && !this.dispatchEvent(new PorticoHandOverEvent(cityPage))) event.preventDefault();
        },
        signInUrl: session?.signInUrl(location.href, { locale: this._locale.requested }),
        onSignIn: event => {
          if (!this.dispatchEvent(new PorticoSignInEvent(location.href))) event.preventDefault();
        },
        onRetryReader: () => {
          this._readOwn.run();
        },
      },
    };
  }

  private _setReader(reader: ReaderState): void {
    const ready = this._ready;
    if (!ready) return;
    const left = reader.type === 'signed-out' && ready.reader.type === 'known';
    // Whoever signs out leaves nothing behind for the next person at this device.
    if (left) this._late.finish?.forget();
    this.state = { ...(left ? votingWidgetState(ready.ballot, reader) : ready), reader };
  }

  /** Says what is left, once the person has stopped pressing for a moment. */
  private _sayLater(question: Question): void {
    clearTimeout(this._saying);
    this._saying = setTimeout(() => {
      const { words } = this._locale;
      const ready = this._ready;
      if (!words || ready?.progress.type !== 'filling-in') return;
      const step = this._filling.stepOf(ready);
      const weigh = step.type === 'weigh' ? 'weigh' : 'choose';
      this._status.say(leftOf(words, question, entryOf(ready.entries, question), weigh).text);
    }, pause);
  }
}
