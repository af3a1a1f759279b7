import { define } from '../../internal/define.js';
import { PorticoBackend } from './backend.js';
import { providePageBackend } from './page-backend.js';

export * from './backend.js';

declare global {
  interface HTMLElementTagNameMap {
    'portico-backend': PorticoBackend;
  }
}

define('portico-backend', PorticoBackend);
providePageBackend();
