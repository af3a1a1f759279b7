import type { LitElement } from 'lit';
import type { VotingWidgetState } from './voting-widget.state.js';

/** The widget as its parts see it. */
export type VotingHost = LitElement & { state: VotingWidgetState };
