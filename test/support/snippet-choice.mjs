import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

export const release = { version, major: version.split('.')[0] };

/** Hashes of files that nobody built: each is its own name, so that a test sees which hash stands at which file. */
export const hashOf = file => `sha384-${Buffer.from(file).toString('base64')}`;

const files = ['loader.js', 'loader.classic.js', 'portico.css', 'portico.js', 'pact-viewer.js', 'presets/dsfr.css'];

export const integrity = { version, files: Object.fromEntries(files.map(file => [file, hashOf(file)])) };

/** What somebody chose, with as much in it as a link can carry. */
export const choice = {
  site: 'https://partecipa.comune.example/portico',
  version,
  widget: 'pact-viewer',
  subject: 'aria-clima-2026',
  lang: 'it',
  cms: 'static',
  pinned: false,
  look: 'dsfr',
  attributes: { version: '2', 'heading-level': '3' },
};

export const address = 'https://partecipa.comune.example/embed/pact-viewer/aria-clima-2026';
