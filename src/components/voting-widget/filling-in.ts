import type { FocusController } from '../../controllers/focus.js';
import type { Question } from '../../model/ballot.js';
import type { VoteProblem } from '../../model/vote-check.js';
import { entryOf, problemsOfChoice, problemsOfEntry, type Entry } from './entry.js';
import { everything, type OptionSearch } from './option-search.js';
import { isWeighed, stepsOf, type Step } from './steps.js';
import type { VotingHost } from './voting-host.js';
import type { Progress, ReadyState } from './voting-widget.state.js';

export interface FillingInMeans {
  readonly focus: FocusController;
  /** Something was chosen or weighed: after a while, what is left is said. */
  readonly onChange: (question: Question) => void;
}

/** Filling in a vote, step by step. Nothing is refused on the way: what is too much is explained, and the way on leads to it. */
export class FillingIn {
  /** Questions of which the person has tried to go on. */
  private readonly _tried = new Set<string>();
  /** What was pressed last, by question: that is where something became too much. */
  private readonly _last = new Map<string, string>();
  private readonly _searches = new Map<string, OptionSearch>();

  constructor(
    private readonly _host: VotingHost,
    private readonly _means: FillingInMeans,
  ) {}

  /** Begins anew, for a vote in the place of an earlier one or after a ballot has changed. */
  begin(): void {
    this._tried.clear();
    this._last.clear();
    this._to(0);
  }

  stepOf({ ballot, progress }: ReadyState): Step {
    const steps = stepsOf(ballot);
    const at = progress.type === 'filling-in' ? progress.step : steps.length - 1;
    return steps[Math.min(at, steps.length - 1)] ?? { type: 'check' };
  }

  search(question: Question): OptionSearch {
    return this._searches.get(question.id) ?? everything;
  }

  setSearch(question: Question, part: Partial<OptionSearch>): void {
    this._searches.set(question.id, { ...this.search(question), ...part });
    this._host.requestUpdate();
  }

  /** What was pressed last in a question. */
  last(question: Question): string | undefined {
    return this._last.get(question.id);
  }

  /** Puts a mark at an option, or takes it away. */
  choose(question: Question, option: string, chosen: boolean): void {
    const entry = this._entry(question);
    const others = entry.chosen.filter(id => id !== option);
    const single = question.method.value === 'single';
    this._last.set(question.id, option);
    this.set(question, { blank: false, chosen: chosen ? [...(single ? [] : others), option] : others });
  }

  setBlank(question: Question, blank: boolean): void {
    this.set(question, blank ? { blank, chosen: [], grades: {} } : { blank });
  }

  set(question: Question, part: Partial<Entry>): void {
    const ready = this._ready;
    if (!ready) return;
    const entries = { ...ready.entries, [question.id]: { ...entryOf(ready.entries, question), ...part } };
    const progress =
      ready.progress.type === 'filling-in' ? ({ type: 'filling-in', step: ready.progress.step } as const) : ready.progress;
    this._host.state = { ...ready, entries, progress };
    this._means.onChange(question);
  }

  /** What is wrong now, whether or not it is time to say so. */
  problems(question: Question, step: 'choose' | 'weigh'): VoteProblem[] {
    const entry = this._entry(question);
    return step === 'choose' && isWeighed(question) ? problemsOfChoice(question, entry) : problemsOfEntry(question, entry);
  }

  /** What is to be said: too much at once, too little once the person tried to go on. */
  shownProblems(question: Question, step: 'choose' | 'weigh'): VoteProblem[] {
    const tried = this._tried.has(`${step} ${question.id}`);
    return this.problems(question, step).filter(({ fault }) => tried || excess.includes(fault));
  }

  next(): void {
    const ready = this._ready;
    if (ready?.progress.type !== 'filling-in') return;
    const step = this.stepOf(ready);
    if (step.type === 'check') return;
    this.tried(step.question, step.type);
    if (this.problems(step.question, step.type).length > 0) {
      this._means.focus.next('.problem');
      return;
    }
    // A blank answer has nothing to be weighed.
    const blank = this._entry(step.question).blank && step.type === 'choose' && isWeighed(step.question);
    this._to(ready.progress.step + (blank ? 2 : 1));
  }

  back(): void {
    const ready = this._ready;
    if (ready?.progress.type !== 'filling-in') return;
    const before = stepsOf(ready.ballot)[ready.progress.step - 1];
    const skip = before?.type === 'weigh' && this._entry(before.question).blank;
    this._to(ready.progress.step - (skip ? 2 : 1));
  }

  /** Leads to a question, to change something in it. */
  change(question: Question, step: 'choose' | 'weigh' = 'choose'): void {
    const ready = this._ready;
    if (!ready) return;
    const at = stepsOf(ready.ballot).findIndex(each => each.type === step && each.question.id === question.id);
    if (at >= 0) this._to(at);
  }

  /** Whether the person has tried to go on from here: what is missing is said from now on. */
  tried(question: Question, step: 'choose' | 'weigh'): void {
    this._tried.add(`${step} ${question.id}`);
  }

  setProgress(progress: Progress): void {
    const ready = this._ready;
    if (ready) this._host.state = { ...ready, progress };
  }

  private get _ready(): ReadyState | undefined {
    return this._host.state.type === 'ready' ? this._host.state : undefined;
  }

  private _entry(question: Question): Entry {
    return entryOf(this._ready?.entries ?? {}, question);
  }

  private _to(step: number): void {
    this.setProgress({ type: 'filling-in', step: Math.max(0, step) });
    this._means.focus.next('#step-title', true);
  }
}

/** What is too much is said at once: it only grows. */
const excess: readonly string[] = ['too-many', 'over-budget', 'too-many-points', 'over-option-limit', 'not-whole', 'negative'];
