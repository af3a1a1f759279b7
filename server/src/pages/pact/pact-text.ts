import { html, type Html } from '../html.js';
import { fullText, termHrefIn } from './full-text.js';
import { brief, decisions, header } from './head.js';
import { phases } from './phases.js';
import { reciprocity } from './reciprocity.js';
import { acceptance, documents, versions } from './rest.js';
import type { PactView } from './view.js';
import { who } from './who.js';

/** A pact as HTML, whole: what a reader without a script reads, and what stands there until the widget is ready. Same order, same words. */
export function pactText(view: PactView): Html {
  return html`<div class="text" lang="${view.words.locale}">
    ${header(view)} ${brief(view, termHrefIn(view))} ${decisions(view)} ${phases(view)} ${who(view)} ${reciprocity(view)}
    ${fullText(view)} ${versions(view)} ${documents(view)} ${acceptance(view)}
  </div>`;
}
