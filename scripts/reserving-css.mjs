/** How long a place is kept for a widget that does not come, since its server may be away. */
const patience = '12s';

/** What asks to be left alone, or was given up by the loader, and whatever is inside it. */
const off = `[data-portico='off']`;

/** A link or a placeholder until a widget has taken its place, and a tag until its code is there. */
const selectors = name => [
  `a.portico-embed[href*='/embed/${name}/']:not(${off}, ${off} *, portico-${name} *)`,
  `[data-portico='${name}']:not(:has(portico-${name}), ${off} *)`,
  `portico-${name}:not(:defined, ${off})`,
];

const rule = ([name, { height }]) => `
  ${selectors(name).join(',\n  ')} {
    --portico-reserved: max(${height}, 100vh);
  }
`;

/**
 * The style sheet that keeps the place of widgets before the loader runs. It does nothing without JavaScript and on paper, where the link
 * is all there is, and gives the place back when nothing came.
 */
export function reservingCss(widgets) {
  const entries = Object.entries(widgets).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = entries.flatMap(([name]) => selectors(name));
  return `/* Portico: keeps the place of widgets while they load, so that nothing on the page jumps. Optional. */
@media screen and (scripting: enabled) {${entries.map(rule).join('')}
  ${all.join(',\n  ')} {
    display: block;
    min-block-size: var(--portico-reserved);
    animation: portico-give-back 0s ${patience} forwards;
  }

  @keyframes portico-give-back {
    to {
      min-block-size: 0;
    }
  }
}
`;
}
