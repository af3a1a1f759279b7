import type { LitElement } from 'lit';
import type { ObservationFormState } from './observation-form.state.js';

/** The form, as its parts know it. */
export interface FormHost extends LitElement {
  state: ObservationFormState;
  readonly process?: string | undefined;
  readonly document?: string | undefined;
  readonly version?: number | undefined;
  readonly passage?: string | undefined;
  readonly helper: boolean;
}
