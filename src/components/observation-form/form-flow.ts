import type { FocusController } from '../../controllers/focus.js';
import type { StatusController } from '../../controllers/status.js';
import type { Words } from '../../i18n/words.js';
import { hasWords, lengthOf } from '../../model/written-text.js';
import type { FormError } from '../../parts/error-summary.js';
import { blankEntry, isSame, isWritten, type Entry, type Kept, type Step } from './entry.js';
import type { FormHost } from './form-host.js';
import type { KeptDrafts } from './kept-drafts.js';
import type { LateParts } from './late-parts.js';
import { stepOf, stepsOf, wordingOf, type Progress, type ReadyState } from './observation-form.state.js';
import type { FormActions, NewSubject } from './views/view.js';

export interface FlowMeans {
  readonly words: () => Words | undefined;
  readonly focus: FocusController;
  readonly status: StatusController;
  readonly drafts: KeptDrafts;
  readonly parts: LateParts;
  readonly retryReader: () => void;
  readonly retryPassage: () => void;
}

/** The counter is spoken when the person pauses, in milliseconds, and only when there is little left, as a share. */
const spokenAfter = 1_500;
const littleLeft = 0.1;

/** What a person does in the form, step by step. Each of it changes the state, and the draft with it. */
export class FormFlow implements FormActions {
  /** The person was asked whether the draft shall really be thrown away. */
  deleting = false;
  /** The same draft as another tab has it by now. */
  elsewhere: Kept | undefined;
  private _count: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly _host: FormHost,
    private readonly _means: FlowMeans,
  ) {}

  private get _ready(): ReadyState | undefined {
    return this._host.state.type === 'ready' ? this._host.state : undefined;
  }

  set(part: Partial<Entry>): void {
    const ready = this._ready;
    if (!ready || ready.progress.type === 'sending') return;
    const entry = { ...ready.entry, ...part };
    this._set(withWording({ ...ready, entry }));
    if ('text' in part) this._countLater();
    this._lookForSimilar();
  }

  setSubject({ document, passage, quote }: NewSubject): void {
    const ready = this._ready;
    if (!ready) return;
    const { document: documentBefore, passage: passageBefore } = ready.entry;
    const known = ready.subject.document?.id === document ? ready.subject.document : undefined;
    const same = document !== undefined && document === documentBefore;
    const entry: Entry = {
      ...withoutSubject(ready.entry),
      ...(document !== undefined && { document }),
      ...(known && { version: known.version.number }),
      ...(passage !== undefined && { passage }),
      ...(quote !== undefined && { quote }),
    };
    const samePassage = passage === passageBefore && same;
    const subject = {
      ...ready.subject,
      passage: samePassage ? ready.subject.passage : passage ? { type: 'reading' as const } : undefined,
    };
    this._set(withWording({ ...ready, entry, subject }));
  }

  /** Some words of the passage, or all of it. */
  setQuote(quote: Entry['quote']): void {
    const { document, passage } = this._ready?.entry ?? {};
    if (document !== undefined && passage !== undefined) this.setSubject({ document, passage, quote });
  }

  /** The text was changed meanwhile: the version that is open now counts. */
  forgetVersion(): void {
    const ready = this._ready;
    if (!ready) return;
    const entry = { ...ready.entry };
    delete entry.version;
    this._set({ ...ready, entry });
  }

  change(step: Step, field?: string): void {
    const ready = this._ready;
    // Only who has seen all answers already goes back to them from here.
    const returning = ready !== undefined && stepOf(ready) === 'check';
    this._go({ type: 'writing', step, ...(returning && { returning }) }, field === undefined ? '#step-title' : `#${field}`);
  }

  next(): void {
    const ready = this._ready;
    const words = this._means.words();
    if (!ready || !words || ready.progress.type !== 'writing') return;
    const { step, returning } = ready.progress;
    if (step === 'more' && this._means.parts.attachments?.busy) {
      this._means.status.say(words.t('observation-form.files.busy'), true);
      return;
    }
    if (this._problemsIn(step, ready, words).length > 0) {
      this._go({ ...ready.progress, tried: true }, '.error-summary');
      return;
    }
    const steps = stepsOf(ready, this._host.helper);
    const next = returning ? 'check' : steps[steps.indexOf(step) + 1];
    if (next) this._go({ type: 'writing', step: next }, '#step-title');
  }

  back(): void {
    const ready = this._ready;
    if (!ready) return;
    const steps = stepsOf(ready, this._host.helper);
    const before = steps[steps.indexOf(stepOf(ready)) - 1];
    if (before) this._go({ type: 'writing', step: before }, '#step-title');
  }

  retryReader(): void {
    this._means.retryReader();
  }

  retryPassage(): void {
    this._means.retryPassage();
  }

  saveFile(): void {
    void this._save();
  }

  /** Leads to the first step where something is missing; true when nothing is. */
  complete(): boolean {
    const ready = this._ready;
    const words = this._means.words();
    if (!ready || !words) return false;
    const step = stepsOf(ready, this._host.helper).find(each => this._problemsIn(each, ready, words).length > 0);
    if (step === undefined) return true;
    this._go({ type: 'writing', step, tried: true, returning: true }, '.error-summary');
    return false;
  }

  /** What is wrong in the step that is shown, once the person tried to go on. */
  problems(): readonly FormError[] {
    const ready = this._ready;
    const words = this._means.words();
    if (!ready || !words || ready.progress.type !== 'writing' || !ready.progress.tried) return [];
    return this._problemsIn(ready.progress.step, ready, words);
  }

  keepOnDevice(keep: boolean): void {
    const ready = this._ready;
    if (ready) this._means.drafts.keepOnDevice(keep, ready);
    this._host.requestUpdate();
  }

  /** @param sure - Whether the person was asked. */
  deleteDraft(sure: boolean): void {
    const words = this._means.words();
    this.deleting = !sure;
    this._host.requestUpdate();
    if (!sure) {
      this._means.focus.next('#sure');
      return;
    }
    this.restart();
    if (words) this._means.status.say(words.t('observation-form.draft.deleted'));
  }

  keepDraft(): void {
    this.deleting = false;
    this._means.focus.next('#delete-draft');
  }

  /** A new sheet, for the same person or the next one. */
  restart(): void {
    const ready = this._ready;
    if (!ready) return;
    this.deleting = false;
    this.elsewhere = undefined;
    this._means.drafts.forget();
    this._means.parts.attachments?.clear();
    const { document, version, passage } = ready.entry;
    const [first = 'what'] = stepsOf(ready, this._host.helper);
    const entry: Entry = {
      ...blankEntry,
      ...(document !== undefined && { document }),
      ...(version !== undefined && { version }),
      ...(passage !== undefined && !this._host.helper && { passage }),
      kind: onlyKind(ready),
    };
    const subject = this._host.helper ? { ...ready.subject, passage: undefined } : ready.subject;
    const progress: Progress = { type: 'writing', step: this._host.helper || passage === undefined ? first : 'what' };
    this._host.state = { type: 'ready', terms: ready.terms, reader: ready.reader, subject, entry, progress };
    this._means.focus.next('#step-title', true);
  }

  /** The same draft was changed in another tab. */
  onElsewhere(value: unknown): void {
    const theirs = this._means.drafts.same(value);
    const ready = this._ready;
    if (!theirs || !ready || ready.progress.type === 'sent') return;
    // What is the same as here is nothing to be told.
    this.elsewhere = theirs.receipt === undefined && isSame(theirs.entry, ready.entry) ? undefined : theirs;
    this._host.requestUpdate();
  }

  /** Goes on with what the other tab has. */
  takeElsewhere(): void {
    const { _ready: ready, elsewhere } = this;
    this.elsewhere = undefined;
    if (!ready || !elsewhere) return;
    this._set(withWording({ ...ready, entry: elsewhere.entry }));
    const sent = elsewhere.receipt !== undefined;
    if (sent) void this.showReceipt(elsewhere.receipt);
    this._means.focus.next(sent ? '#sent' : '#step-title', true);
  }

  /** A receipt that was kept with the draft. */
  async showReceipt(kept: unknown): Promise<void> {
    const receipt = (await this._means.parts.loadFinish())?.receiptOf(kept);
    const ready = this._ready;
    if (ready && receipt) this._host.state = { ...ready, progress: { type: 'sent', receipt } };
  }

  /** Nothing can be written before the rules are here. */
  private _problemsIn(step: Step, ready: ReadyState, words: Words): readonly FormError[] {
    return this._means.parts.writing?.problemsOf(step, ready, words) ?? [];
  }

  /** The state that follows, and the draft with it. */
  private _set(ready: ReadyState): void {
    this._host.state = ready;
    if (isWritten(ready.entry)) this._means.drafts.keep(ready);
  }

  private _go(progress: Progress, focus: string): void {
    const ready = this._ready;
    if (!ready) return;
    this._means.status.say('');
    this._set({ ...ready, progress });
    this._means.focus.next(focus);
  }

  private async _save(): Promise<void> {
    const words = this._means.words();
    const finish = await this._means.parts.loadFinish();
    const ready = this._ready;
    if (words && finish && ready) finish.saveDraft(ready, words);
    else if (words) this._means.status.say(words.t('common.chunk-failed'), true);
  }

  private _lookForSimilar(): void {
    const words = this._means.words();
    if (this._ready && words && hasWords(this._ready.entry.text)) this._means.parts.similar?.look(this._ready, words);
  }

  private _countLater(): void {
    clearTimeout(this._count);
    this._count = setTimeout(() => {
      const words = this._means.words();
      const ready = this._ready;
      if (!words || ready?.progress.type !== 'writing') return;
      const most = ready.terms.longest.text;
      const left = most - lengthOf(ready.entry.text);
      if (left > most * littleLeft) return;
      const number = words.formats.number(Math.abs(left));
      const { t } = words;
      this._means.status.say(
        left < 0
          ? t('observation-form.text.over', { count: -left, number })
          : t('observation-form.text.left', { count: left, number }),
      );
    }, spokenAfter);
  }
}

function withoutSubject(entry: Entry): Entry {
  const rest = { ...entry };
  delete rest.document;
  delete rest.version;
  delete rest.passage;
  delete rest.quote;
  return rest;
}

/** The one kind that a process takes, or none yet. */
export const onlyKind = ({ terms }: Pick<ReadyState, 'terms'>): string =>
  terms.kinds.length === 1 ? (terms.kinds[0]?.value ?? '') : '';

/**
 * An amendment begins as a copy of the wording. When the wording changed meanwhile, or another one was chosen, what was already proposed
 * stays, and is compared with the wording as it is now.
 */
export function withWording(ready: ReadyState): ReadyState {
  const { entry, subject } = ready;
  if (entry.kind !== 'amendment' || subject.passage?.type !== 'here') return ready;
  const before = wordingOf(ready);
  if (before === '' || before === entry.before) return ready;
  const after = entry.after === entry.before ? before : entry.after;
  return { ...ready, entry: { ...entry, before, after } };
}
