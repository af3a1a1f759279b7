import type { Words } from '../../../i18n/words.js';
import type { Question } from '../../../model/ballot.js';
import type { VoteProblem } from '../../../model/vote-check.js';
import type { Entry } from '../entry.js';
import type { FillingIn } from '../filling-in.js';
import type { ReadyState } from '../voting-widget.state.js';
import type { problemText } from './problem-text.js';

/** The way to vote from here. */
export interface Ways {
  /** Where somebody signs in; absent where there is no such way. */
  readonly signInUrl: string | undefined;
  readonly onSignIn: (event: MouseEvent) => void;
  /** The city's own page of this ballot, where this page is somebody else's. */
  readonly cityPage: string | undefined;
  readonly onCityPage: (event: MouseEvent) => void;
  readonly onRetryReader: () => void;
}

/** What every part of the widget needs to show itself. */
export interface View {
  readonly words: Words;
  /** Level of the widget's own heading. */
  readonly level: number;
  readonly ready: ReadyState;
  readonly ways: Ways;
}

/** The same, for somebody who fills the ballot in. */
export interface FillingView extends View {
  readonly filling: FillingIn;
  /** Says what is wrong; it comes later, and until then only that something is. */
  readonly explain: typeof problemText | undefined;
  /** By what options are put in order for this person. */
  readonly seed: string;
}

/** One question of it. */
export interface QuestionView extends FillingView {
  readonly question: Question;
  readonly entry: Entry;
}

/** What a framed message says. */
export interface Said {
  readonly tone: 'info' | 'success' | 'warning';
  readonly text: unknown;
  readonly actions?: unknown;
}

/** What is wrong, in the words that are there. */
export const explained = ({ words, question, explain }: QuestionView, problem: VoteProblem): string =>
  explain?.(words, question, problem) ?? words.t('voting-widget.problem.other');
