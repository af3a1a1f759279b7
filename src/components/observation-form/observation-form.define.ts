import { define } from '../../internal/define.js';
import { PorticoObservationForm } from './observation-form.js';

export type * from './observation-form.events.js';
export * from './observation-form.js';

declare global {
  interface HTMLElementTagNameMap {
    'portico-observation-form': PorticoObservationForm;
  }
}

define('portico-observation-form', PorticoObservationForm);
