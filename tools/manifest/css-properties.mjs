import { existsSync, readFileSync } from 'node:fs';
import { descriptions } from '../../scripts/property-descriptions.mjs';

/** `var(--portico-radius, 4px)`, whose second half may hold brackets of its own, ends where the declaration does. */
const publicProperty = /var\((--portico-[\w-]+), (.+)\);$/gm;

/** A default that leads to one of our private names is no news to a page; `docs/theming.md` says where it leads. */
const isPlain = value => !value.includes('--_');

function tokens() {
  const text = readFileSync('src/styles/tokens.ts', 'utf8');
  return [...text.matchAll(publicProperty)].map(([, name, value]) => ({
    name,
    description: descriptions[name],
    ...(isPlain(value) && { default: value }),
  }));
}

const takesTokens = path => {
  const styles = path.replace(/\.ts$/, '.styles.ts');
  return existsSync(styles) && readFileSync(styles, 'utf8').includes('/styles/tokens.js');
};

/** The properties that change the look are written down once, for all widgets; each widget that reads them has them in its manual. */
export function cssProperties() {
  return {
    name: 'css-properties',
    packageLinkPhase({ customElementsManifest: manifest }) {
      for (const { path, declarations } of manifest.modules) {
        for (const element of declarations.filter(({ customElement }) => customElement)) {
          if (takesTokens(path)) element.cssProperties = [...(element.cssProperties ?? []), ...tokens()];
        }
      }
    },
  };
}
