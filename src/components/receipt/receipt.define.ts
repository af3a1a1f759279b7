import { define } from '../../internal/define.js';
import { PorticoReceipt } from './receipt.js';

export * from './receipt.js';

declare global {
  interface HTMLElementTagNameMap {
    'portico-receipt': PorticoReceipt;
  }
}

define('portico-receipt', PorticoReceipt);
