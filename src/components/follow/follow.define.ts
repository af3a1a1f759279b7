import { define } from '../../internal/define.js';
import { PorticoFollow } from './follow.js';

export * from './follow.js';

declare global {
  interface HTMLElementTagNameMap {
    'portico-follow': PorticoFollow;
  }
}

define('portico-follow', PorticoFollow);
