import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Backend } from '../../backend/backend.js';
import { backendContext } from '../../backend/context.js';
import { sharedHttp } from '../../backend/http/shared.js';

/**
 * Says once which backend the widgets inside it talk to. It shows nothing of its own.
 *
 * @tag portico-backend
 * @slot - The part of the page that holds the widgets.
 */
export class PorticoBackend extends LitElement {
  static override styles: CSSResultGroup = css`
    :host {
      display: contents;
    }

    :host([hidden]) {
      display: none;
    }
  `;

  /** Address of a server that speaks Portico's own contract. */
  @property({ attribute: 'http' }) http?: string;

  /** Any backend, for pages that make their own. It goes before `http`. */
  @property({ attribute: false }) backend?: Backend;

  private readonly _provider = new ContextProvider(this, { context: backendContext });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('backend') || changed.has('http')) {
      this._provider.setValue(this.backend ?? (this.http === undefined ? undefined : sharedHttp(this.http)));
    }
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
