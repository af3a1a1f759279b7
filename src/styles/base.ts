import { css } from 'lit';

/** What all widgets share: the box of the host, text, links, headings, focus, and what is only for screen readers. */
export const base = css`
  :host {
    display: block;
    container-type: inline-size;
    font-family: var(--_font);
    font-size: var(--_font-size);
    line-height: var(--_line-height);
    text-align: start;
    overflow-wrap: break-word;
    color: var(--_text);
    background: var(--_surface);
  }

  :host([hidden]),
  [hidden]:not([hidden='until-found']) {
    display: none;
  }

  /* Pages that draw a ring around whatever has focus would draw it around the whole widget too. */
  :host(:focus),
  :host(:focus-visible) {
    /* stylelint-disable-next-line declaration-no-important -- a rule of the page wins over any rule in here that is not important */
    outline: none !important;
    /* stylelint-disable-next-line declaration-no-important -- as above */
    box-shadow: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    font-family: var(--_font-heading);
    font-weight: var(--_weight-heading);
    line-height: 1.25;
    text-wrap: balance;
    color: var(--_heading);
  }

  p,
  ul,
  ol,
  dl,
  dd,
  blockquote,
  figure {
    margin: 0;
  }

  a {
    color: var(--_link);
    text-decoration-thickness: from-font;
    text-underline-offset: 0.18em;
  }

  a:hover {
    text-decoration-thickness: 0.14em;
  }

  /* Two tones, so that the ring is seen on any colour that a page may have. */
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus-outer);
    outline-offset: var(--_focus-width);
    border-radius: 2px;
    box-shadow: 0 0 0 var(--_focus-width) var(--_focus);
  }

  /* What somebody is led to does not stick to the edge of the window. */
  [tabindex='-1'] {
    scroll-margin-block: 1em;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .muted {
    color: var(--_muted);
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none;
      transition: none;
    }
  }
`;
