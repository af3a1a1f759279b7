import { define } from '../../internal/define.js';
import { PorticoBackend } from './backend.js';

export * from './backend.js';

declare global {
  interface HTMLElementTagNameMap {
    'portico-backend': PorticoBackend;
  }
}

define('portico-backend', PorticoBackend);
