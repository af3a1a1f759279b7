import { define } from '../../internal/define.js';
import { PorticoObservationList } from './observation-list.js';

export type * from './observation-list.events.js';
export * from './observation-list.js';

declare global {
  interface HTMLElementTagNameMap {
    'portico-observation-list': PorticoObservationList;
  }
}

define('portico-observation-list', PorticoObservationList);
