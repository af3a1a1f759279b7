import type { TemplateResult } from 'lit';
import type { Theme } from '../../src/styles/themes.js';

/** A design system as its own documentation says to use it, for a page that shows its real parts beside our widgets. */
export interface DesignSystem {
  name: Theme;
  title: string;
  /** Attributes of the root element and of the body, as the system asks for them. */
  root: Readonly<Record<string, string>>;
  body: Readonly<Record<string, string>>;
  /** Attributes that make the root dark; nothing when the system has no dark theme. */
  dark?: Readonly<Record<string, string>>;
  /** Header, heading, text, link and button by the system's own class names; `data-sample` says which is which. */
  page: (content: unknown) => TemplateResult;
}
