import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Formats } from '../i18n/format.js';
import { supportedLocale, type Locale, type OwnTexts } from '../i18n/locales.js';
import { onOverride, translateIn } from '../i18n/overrides.js';
import type { Words } from '../i18n/words.js';
import { nearestLang, watchLang } from '../internal/nearest-lang.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * The reader's language and its words. The language is the element's own `lang`, else the nearest ancestor's through shadow hosts, else
 * `data-locale` of the script tag, else the backend's, else Italian.
 */
export class LocaleController implements ReactiveController {
  /** The words with their formats, or nothing while they are on their way. */
  words: Words | undefined;
  /** What the reader asked for, also when the library has no words for it: the city may have texts in it. */
  requested = 'it';
  /** Whether the words could not be loaded. */
  failed = false;

  private _locale: Locale = 'it';
  private _ends: (() => void)[] = [];
  private _round = 0;

  /**
   * @param backendLocale - Language of the city, for readers of whom nothing else is known.
   * @param own - Texts that only this widget says.
   */
  constructor(
    private readonly _host: Host,
    private readonly _backendLocale: () => string | undefined = () => undefined,
    private readonly _own?: OwnTexts,
  ) {
    _host.addController(this);
  }

  hostConnected(): void {
    const read = (): void => {
      this._read();
    };
    const retry = (): void => {
      if (this.failed) this._load();
    };
    addEventListener('online', retry);
    const overridden = onOverride(() => {
      this._load();
    });
    this._ends = [
      watchLang(this._host, read),
      overridden,
      () => {
        removeEventListener('online', retry);
      },
    ];
    this._read();
  }

  hostDisconnected(): void {
    for (const end of this._ends) end();
    this._ends = [];
  }

  hostUpdate(): void {
    // The backend's language counts when the page says nothing, and the backend may come late.
    this._read();
  }

  private _read(): void {
    const script = document.querySelector<HTMLScriptElement>('script[data-locale]')?.dataset['locale'];
    const requested = nearestLang(this._host) ?? script ?? this._backendLocale() ?? 'it';
    if (requested === this.requested && this._round > 0) return;
    this.requested = requested;
    const candidates = [requested, script, this._backendLocale()];
    const locale = candidates.flatMap(tag => supportedLocale(tag ?? '') ?? [])[0] ?? 'it';
    this._locale = locale;
    // Also when the words stay the same: another region writes dates in another way.
    this._load();
  }

  private _load(): void {
    const round = (this._round += 1);
    const { _locale: locale, requested } = this;
    translateIn(locale, this._own).then(
      t => {
        if (round !== this._round) return;
        this.words = { t, locale, formats: new Formats(supportedLocale(requested) === locale ? requested : locale) };
        this.failed = false;
        this._host.requestUpdate();
      },
      () => {
        if (round !== this._round) return;
        this.failed = true;
        this._host.requestUpdate();
      },
    );
  }
}
