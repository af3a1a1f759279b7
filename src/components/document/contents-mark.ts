import type { LitElement, ReactiveController } from 'lit';
import { pathTo, type ContentsLine } from '../../model/document.js';
import { hasName } from './document.state.js';

/** The mark in the contents at the passage that is being read. Set by hand, since to render thousands of lines anew would be slow. */
export class ContentsMark implements ReactiveController {
  private _passage: string | undefined;
  /** The line to mark once it is drawn. */
  private _wanted: string | undefined;

  constructor(private readonly _host: LitElement) {
    _host.addController(this);
  }

  set(passage: string, contents: readonly ContentsLine[]): void {
    if (passage === this._passage) return;
    this.clear();
    this._passage = passage;
    // What has no name has no line: then the mark stands at what it lies in.
    this._wanted = pathTo(contents, passage).findLast(hasName)?.id;
    this.hostUpdated();
  }

  /** There is another document, or another version of it. */
  clear(): void {
    this._passage = undefined;
    this._wanted = undefined;
    for (const marked of this._host.renderRoot.querySelectorAll('.contents [aria-current]'))
      marked.removeAttribute('aria-current');
  }

  hostUpdated(): void {
    if (this._wanted === undefined) return;
    const link = this._host.renderRoot.querySelector<HTMLElement>(`.contents a[data-to="${CSS.escape(this._wanted)}"]`);
    if (!link) return;
    this._wanted = undefined;
    link.setAttribute('aria-current', 'location');
    this._show(link);
  }

  /** Scrolls the contents alone where they scroll by themselves; `scrollIntoView` would move the page under the reader as well. */
  private _show(link: HTMLElement): void {
    const box = link.closest<HTMLElement>('.contents');
    if (!box || box.scrollHeight <= box.clientHeight) return;
    const [inner, outer] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 3;
  }
}
