import { html, type LitElement, type TemplateResult } from 'lit';
import type { DeepLinkController } from '../../controllers/deep-link.js';
import type { FocusController } from '../../controllers/focus.js';
import type { StatusController } from '../../controllers/status.js';
import { addStyles } from '../../internal/add-styles.js';
import { toggled } from '../../internal/toggled.js';
import type { Pact } from '../../model/pact.js';
import type { RichTextOptions } from '../../parts/richtext.js';
import type { Comparison } from './comparison.js';
import { pactDetailsStyles } from './pact-details.styles.js';
import { fullText } from './views/full-text.js';
import { versions } from './views/versions.js';
import type { View } from './views/view.js';

export interface PactDetailsMeans {
  focus: FocusController;
  status: StatusController;
  links: DeepLinkController;
  term: RichTextOptions['term'];
  /** Whether older versions can be read. */
  readable: () => boolean;
  readVersion: (version: number) => Promise<Pact>;
  showVersion: (version: number) => void;
}

/**
 * The full text and the list of versions: most of the words of a pact, and the last that a person reads. They come in a chunk of their
 * own, asked for together with the data, so that what everybody reads first is there earlier.
 */
export class PactDetails {
  fullTextOpen = false;
  private _versionsOpen = false;
  private _plain: ReadonlySet<string> = new Set();
  private _comparison: Comparison | undefined;

  constructor(
    private readonly _host: LitElement,
    private readonly _means: PactDetailsMeans,
  ) {
    addStyles(_host, [pactDetailsStyles]);
  }

  /** Opens the full text at a section. */
  open(section: string): void {
    this.fullTextOpen = true;
    this._means.focus.next(`#section-${CSS.escape(section)}`, true);
  }

  render(view: View): TemplateResult {
    const { links, term, readable, showVersion } = this._means;
    return html`
      <div class="disclosures">
        ${fullText({
          ...view,
          open: this.fullTextOpen,
          onToggle: open => {
            this.fullTextOpen = open;
            this._host.requestUpdate();
          },
          plain: this._plain,
          onPlain: section => {
            this._plain = toggled(this._plain, section);
            this._host.requestUpdate();
          },
          term,
          href: section => links.href(section),
          onFollow: (event, section) => {
            links.follow(event, section);
          },
          linkable: links.possible,
        })}
        ${versions({
          ...view,
          open: this._versionsOpen,
          onToggle: open => void this._onVersions(open, view),
          readable: readable(),
          onRead: showVersion,
          comparison: this._comparison?.render(view),
        })}
      </div>
    `;
  }

  private async _onVersions(open: boolean, { words }: View): Promise<void> {
    this._versionsOpen = open;
    this._host.requestUpdate();
    if (!open || this._comparison || !this._means.readable()) return;
    const { status, focus, readVersion } = this._means;
    const chunk = await status.load(() => import('./comparison.js'), words.t('common.chunk-failed'));
    if (!chunk) return;
    this._comparison = new chunk.Comparison(this._host, status, focus, readVersion);
    this._host.requestUpdate();
  }
}
