import { css } from 'lit';

/**
 * The default look. Every value is first a public `--portico-*` property and then our own; widgets read only the private names. Light
 * and dark follow the page's `color-scheme`. Contrast: text at least 7:1, muted text and links 4.5:1, the edges of controls 3:1, in both.
 */
export const tokens = css`
  :host {
    --_font: var(--portico-font-family, inherit);
    --_font-heading: var(--portico-font-family-heading, var(--_font));
    --_font-size: var(--portico-font-size, 1em);
    --_line-height: var(--portico-line-height, 1.55);
    --_weight-heading: var(--portico-font-weight-heading, 700);
    --_weight-action: var(--portico-font-weight-action, 600);
    --_text: var(--portico-color-text, light-dark(#17212b, #e9eef3));
    --_heading: var(--portico-color-heading, inherit);
    --_muted: var(--portico-color-text-muted, light-dark(#4a5763, #a9b6c3));
    --_surface: var(--portico-color-surface, light-dark(#fff, #12181e));
    --_surface-alt: var(--portico-color-surface-alt, light-dark(#f2f5f8, #1c252e));
    --_primary: var(--portico-color-primary, light-dark(#0b5cad, #8ac2ff));
    --_on-primary: var(--portico-color-on-primary, light-dark(#fff, #06233f));
    --_primary-hover: var(--portico-color-primary-hover, color-mix(in oklab, var(--_primary), light-dark(#000, #fff) 20%));
    --_secondary: var(--portico-color-secondary, var(--_primary));
    --_link: var(--portico-color-link, var(--_primary));
    --_border: var(--portico-color-border, light-dark(#d3dae1, #35424e));
    --_control-border: var(--portico-color-control-border, light-dark(#5c6f82, #8496a8));
    --_error: var(--portico-color-error, light-dark(#b3263d, #ff9aa8));
    --_success: var(--portico-color-success, light-dark(#00694a, #6fd3a8));
    --_warning: var(--portico-color-warning, light-dark(#8a5300, #f0c070));
    --_info: var(--portico-color-info, light-dark(#3f5a72, #a9c6e0));
    --_focus: var(--portico-focus-color, #fff);
    --_focus-outer: var(--portico-focus-color-outer, #000);
    --_focus-width: var(--portico-focus-width, 3px);
    --_radius: var(--portico-radius, 4px);
    --_border-width: var(--portico-border-width, 1px);
    --_space: var(--portico-space, 0.5em);
    --_target: var(--portico-control-min-size, 44px);
    --_measure: var(--portico-max-inline-size, 70ch);
  }
`;
