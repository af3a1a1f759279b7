import * as v from 'valibot';
import type { FocusController } from '../../controllers/focus.js';
import type { ObservationTerms } from '../../model/observation-terms.js';
import type { Participation } from '../../model/session.js';
import { quoteInFragment } from '../../model/text-quote.js';
import { blankEntry, entrySchema, isWritten, type Entry, type Step } from './entry.js';
import { onlyKind, type FormFlow } from './form-flow.js';
import type { FormHost } from './form-host.js';
import type { KeptDrafts } from './kept-drafts.js';
import { stepsOf, type ReaderState, type ReadyState } from './observation-form.state.js';

/** What an observation is to be on. */
export type Subject = Pick<Entry, 'document' | 'version' | 'passage' | 'quote'>;

export interface OpeningMeans {
  readonly focus: FocusController;
  readonly drafts: KeptDrafts;
  readonly flow: FormFlow;
}

/** How the form is opened: blank, with what was kept, at what somebody wants to observe, or with what was begun on another site. */
export class Opening {
  /** The step that the person began with. */
  first: Step = 'what';
  /** What somebody wanted to observe before the terms were here. */
  wanted: Subject | undefined;
  private _arrived: unknown;

  constructor(
    private readonly _host: FormHost,
    private readonly _means: OpeningMeans,
  ) {}

  private get _ready(): ReadyState | undefined {
    return this._host.state.type === 'ready' ? this._host.state : undefined;
  }

  /** The terms of a process are here, for the first time or once more. */
  onTerms(terms: ObservationTerms, reader: ReaderState): void {
    const before = this._ready;
    if (before?.terms.process.id === terms.process.id) {
      this._host.state = { ...before, terms };
      return;
    }
    const progress = { type: 'writing', step: 'what' } as const;
    this._host.state = { type: 'ready', terms, reader, subject: {}, entry: blankEntry, progress };
    this.open(this.wanted ?? this._chosenElsewhere());
    this.wanted = undefined;
  }

  /** @param observed - What somebody wants to observe now; left out: what the page names, or what was open last. */
  open(observed?: Subject): void {
    const ready = this._ready;
    if (!ready) return;
    const { drafts, flow, focus } = this._means;
    const named = this._named();
    const kept = drafts.open(observed ?? (named.passage === undefined ? undefined : named), named);
    const subject = observed ?? named;
    const entry: Entry = { ...(kept?.entry ?? { ...blankEntry, ...subject, kind: onlyKind(ready) }), ...observed };
    const document = ready.subject.document?.id === (entry.document ?? this._host.document) ? ready.subject.document : undefined;
    const opened: ReadyState = {
      type: 'ready',
      terms: ready.terms,
      reader: ready.reader,
      entry,
      subject: { document, passage: entry.passage === undefined ? undefined : { type: 'reading' } },
      progress: { type: 'writing', step: 'what' },
      ...(kept?.as !== undefined && { as: kept.as }),
    };
    const step = this._stepFor(opened, observed ? undefined : kept?.step);
    this.first = this._stepFor(opened, undefined);
    this._host.state = { ...opened, progress: { type: 'writing', step } };
    if (kept?.receipt !== undefined) void flow.showReceipt(kept.receipt);
    // Back from the sign-in: the person goes on where they were.
    if (kept?.leaving) focus.next('#step-title', true);
    this.onReader(ready.reader);
  }

  /**
   * Goes on with what somebody began on another site. Nothing is sent by it: they see it whole first, since anybody could have made the link.
   *
   * @param draft - As it came.
   */
  arrive(draft: unknown, done: () => void): void {
    const ready = this._ready;
    if (!ready || draft === this._arrived) return;
    this._arrived = draft;
    done();
    const parsed = v.safeParse(v.object({ entry: entrySchema }), draft);
    if (!parsed.success) return;
    const { drafts, flow, focus } = this._means;
    // Files were not sent from there, and are nothing that a link may name.
    const entry: Entry = { ...parsed.output.entry, attachments: [] };
    const before = drafts.open(entry, entry);
    if (before && isWritten(before.entry)) flow.elsewhere = drafts.setAside(before);
    drafts.renew();
    const passage = entry.passage === undefined ? undefined : ({ type: 'reading' } as const);
    const next: ReadyState = {
      ...ready,
      entry,
      subject: { ...ready.subject, passage },
      progress: { type: 'writing', step: 'check' },
    };
    this._host.state = next;
    drafts.keep(next);
    focus.next('#step-title', true);
  }

  /** Who is looking is known, or known anew. The first nickname is the one that the person is told. */
  onReader(reader: ReaderState): void {
    const ready = this._ready;
    if (!ready) return;
    const nickname = nicknameOf(reader);
    const as = ready.as ?? nickname;
    this._host.state = { ...ready, reader, ...(as !== undefined && { as }) };
  }

  /** The person has seen that it will stand under another nickname, and wants that. It is a submission of its own. */
  takeName(): void {
    const ready = this._ready;
    const nickname = ready && nicknameOf(ready.reader);
    if (!ready || nickname === undefined) return;
    this._means.drafts.renew();
    const next = { ...ready, as: nickname };
    this._host.state = next;
    this._means.drafts.keep(next);
    this._means.focus.next('#send');
  }

  private _named(): Subject {
    // An attribute that is empty or was taken away says nothing.
    const { document, passage, version } = this._host;
    if (!document) return {};
    return { document, ...(version && { version }), ...(passage && { passage }) };
  }

  /** Words that were chosen on the page with the text. Taken once: who reloads goes on with their draft. */
  private _chosenElsewhere(): Subject | undefined {
    const named = this._named();
    const quote = named.passage === undefined ? undefined : quoteInFragment(location.hash);
    if (!quote) return undefined;
    history.replaceState(history.state, '', location.href.split('#')[0]);
    return { ...named, quote };
  }

  private _stepFor(ready: ReadyState, kept: Step | undefined): Step {
    const steps = stepsOf(ready, this._host.helper);
    if (kept && steps.includes(kept)) return kept;
    if (this._host.helper) return 'behalf';
    return ready.entry.passage === undefined && steps.includes('where') ? 'where' : 'what';
  }
}

const nicknameOf = (reader: ReaderState): string | undefined => {
  const can: Participation | undefined = reader.type === 'known' ? reader.participation : undefined;
  return can?.type === 'entitled' ? can.nickname : undefined;
};
