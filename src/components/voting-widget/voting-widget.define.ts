import { define } from '../../internal/define.js';
import { PorticoVotingWidget } from './voting-widget.js';

export * from './voting-widget.js';

declare global {
  interface HTMLElementTagNameMap {
    'portico-voting-widget': PorticoVotingWidget;
  }
}

define('portico-voting-widget', PorticoVotingWidget);
