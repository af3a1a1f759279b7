import type { SnippetOptions } from '../../../src/snippet/options.js';

/** Somebody chose something else, and a snippet can be made of it. */
export class SnippetChangeEvent extends CustomEvent<SnippetOptions> {
  constructor(options: SnippetOptions) {
    super('snippet-change', { detail: options });
  }
}

declare global {
  interface HTMLElementEventMap {
    'snippet-change': SnippetChangeEvent;
  }
}
