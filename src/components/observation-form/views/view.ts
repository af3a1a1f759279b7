import type { Words } from '../../../i18n/words.js';
import type { HandOverLink } from '../../../parts/hand-over.js';
import type { Entry, Step } from '../entry.js';
import type { ReadyState } from '../observation-form.state.js';

/** The way to sign in. */
export interface SignIn {
  /** Absent when this backend knows no way. */
  readonly signInUrl: string | undefined;
  readonly onSignIn: (event: MouseEvent) => void;
}

/** What an observation is on from now on. Without a document it is on the process. */
export interface NewSubject {
  readonly document?: string | undefined;
  readonly passage?: string | undefined;
  readonly quote?: Entry['quote'] | undefined;
}

/** What a person can do in the form. */
export interface FormActions {
  /** Something was typed or chosen. */
  set(part: Partial<Entry>): void;
  setSubject(subject: NewSubject): void;
  /** Leads to a step, to change something in it. */
  change(step: Step, field?: string): void;
  next(): void;
  back(): void;
  retryReader(): void;
  retryPassage(): void;
  saveFile(): void;
}

/** What every part of the form needs to show itself, whatever was tried. */
export interface PlainView extends SignIn {
  readonly words: Words;
  /** Level of the form's own heading. */
  readonly level: number;
  readonly ready: ReadyState;
  /** Whether somebody writes for somebody else. */
  readonly helper: boolean;
  readonly form: FormActions;
  readonly handOver: HandOverLink;
  /** The page of another site that the person came from. */
  readonly back: string | undefined;
}

/** The same, with what is wrong. */
export interface FormView extends PlainView {
  /** What is wrong with a field, once the person tried to go on. */
  readonly error: (field: string) => string | undefined;
}
