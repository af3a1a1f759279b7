import type { LitElement, ReactiveController } from 'lit';
import { isTheme, themes, themeSheet, type Theme } from '../styles/themes.js';

const warned = new Set<string>();

/** Tells the page's author once, and not the reader: the default look is a good one. */
function warn(name: string): void {
  if (warned.has(name)) return;
  warned.add(name);
  console.warn(`There is no theme '${name}'. There are ${themes.join(', ')}.`);
}

/** What the page says for all widgets. Other scripts use the same attribute for themes of their own, so only known names count. */
function themeOfPage(): Theme | undefined {
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[data-theme]');
  return Array.from(scripts, ({ dataset }) => dataset['theme']).find(isTheme);
}

/**
 * The look of a design system for a widget on a page that cannot load a style sheet: the widget's own `theme`, else `data-theme` of a
 * script tag. Until it is there, and when it cannot be loaded, the widget keeps its default look.
 */
export class ThemeController implements ReactiveController {
  private _theme: Theme | undefined;
  private _sheet: CSSStyleSheet | undefined;

  constructor(private readonly _host: LitElement & { theme?: Theme | undefined }) {
    _host.addController(this);
  }

  hostConnected(): void {
    // Also when it is the same as before: what could not be loaded then may be there now.
    this._theme = this._wanted();
    void this._wear(this._theme);
  }

  hostUpdate(): void {
    const wanted = this._wanted();
    if (wanted === this._theme) return;
    this._theme = wanted;
    void this._wear(wanted);
  }

  private _wanted(): Theme | undefined {
    // Anybody can write anything into an attribute.
    const name: string | undefined = this._host.theme;
    if (!name) return themeOfPage();
    if (isTheme(name)) return name;
    warn(name);
    return undefined;
  }

  private async _wear(theme: Theme | undefined): Promise<void> {
    const sheet = theme && (await themeSheet(theme).catch(() => undefined));
    const root = this._host.shadowRoot;
    // Meanwhile another look may have been asked for.
    if (theme !== this._theme || sheet === this._sheet || !root) return;
    const others = root.adoptedStyleSheets.filter(each => each !== this._sheet);
    root.adoptedStyleSheets = sheet ? [...others, sheet] : others;
    this._sheet = sheet;
  }
}
