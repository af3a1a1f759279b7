import { unsafeCSS } from 'lit';

/** The looks of design systems, each in a chunk of its own. Their one source is the style sheet of the same name in `presets`. */
const presets = {
  'bootstrap-italia': () => import('./presets/bootstrap-italia.css'),
  dsfr: () => import('./presets/dsfr.css'),
  govuk: () => import('./presets/govuk.css'),
  helsinki: () => import('./presets/helsinki.css'),
  kern: () => import('./presets/kern.css'),
  utrecht: () => import('./presets/utrecht.css'),
};

/** A design system whose look a widget can take on. */
export type Theme = 'bootstrap-italia' | 'dsfr' | 'govuk' | 'helsinki' | 'kern' | 'utrecht';

export const themes = Object.keys(presets) as readonly Theme[];

export const isTheme = (name: string | undefined): name is Theme => themes.includes(name as Theme);

const sheets = new Map<Theme, CSSStyleSheet | undefined>();

/** The style sheet of a look: one for all widgets of the page. Fails when the chunk cannot be loaded. */
export async function themeSheet(theme: Theme): Promise<CSSStyleSheet | undefined> {
  const { default: rule } = await presets[theme]();
  if (!sheets.has(theme)) sheets.set(theme, unsafeCSS(rule).styleSheet);
  return sheets.get(theme);
}
