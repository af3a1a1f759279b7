import type { LitElement, ReactiveController } from 'lit';

/** A page whose own router lives in the fragment (`#/…`, `#!…`). Its address is left alone. */
const routed = (): boolean => /^#[/!]/.test(location.hash);

/**
 * Addresses of parts inside a shadow root: `#<prefix>/<part>`. Browsers look for a fragment in the document only, so the widget
 * looks itself, when it is ready and whenever the fragment changes.
 */
export class DeepLinkController implements ReactiveController {
  /**
   * @param _prefix - Id of what the widget shows; without one there are no addresses.
   * @param _onLink - The page's address names this part.
   */
  constructor(
    host: LitElement,
    private readonly _prefix: () => string | undefined,
    private readonly _onLink: (part: string) => void,
  ) {
    host.addController(this);
  }

  /** Whether parts have an address that can be copied on this page. */
  get possible(): boolean {
    return !routed();
  }

  hostConnected(): void {
    addEventListener('hashchange', this._onHashChange);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this._onHashChange);
  }

  /** The address of a part. Made from the address of the page, since a `<base>` would lead a bare fragment elsewhere. */
  href(part: string): string {
    return `${location.href.split('#')[0] ?? ''}#${encodeURIComponent(this._prefix() ?? '')}/${encodeURIComponent(part)}`;
  }

  /** The part that the page's address names. */
  get current(): string | undefined {
    const prefix = this._prefix();
    const [first, part] = location.hash.slice(1).split('/').map(decoded);
    return prefix !== undefined && first === prefix && part ? part : undefined;
  }

  /** For the click on a link to a part: the browser changes the address; the same address twice is followed here. */
  follow(event: MouseEvent, part: string): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    if (!routed() && this.current !== part) return;
    event.preventDefault();
    this._onLink(part);
  }

  private readonly _onHashChange = (): void => {
    const { current } = this;
    if (current !== undefined) this._onLink(current);
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
