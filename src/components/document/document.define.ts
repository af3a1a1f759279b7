import { define } from '../../internal/define.js';
import { PorticoDocument } from './document.js';

export type * from './document.events.js';
export * from './document.js';

declare global {
  interface HTMLElementTagNameMap {
    'portico-document': PorticoDocument;
  }
}

define('portico-document', PorticoDocument);
