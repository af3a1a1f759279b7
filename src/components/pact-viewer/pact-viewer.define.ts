import { define } from '../../internal/define.js';
import { PorticoPactViewer } from './pact-viewer.js';

export type * from './pact-viewer.events.js';
export * from './pact-viewer.js';

declare global {
  interface HTMLElementTagNameMap {
    'portico-pact-viewer': PorticoPactViewer;
  }
}

define('portico-pact-viewer', PorticoPactViewer);
