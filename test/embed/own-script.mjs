import { build } from 'esbuild';

const source = `
  import i18next from 'i18next';
  import { html, LitElement } from 'lit';

  await i18next.init({ lng: 'fr', resources: { fr: { translation: { counter: 'Compteur' } } } });
  globalThis.siteLanguage = () => i18next.language;

  customElements.define('site-counter', class extends LitElement {
    render() {
      return html\`<p>\${i18next.t('counter')}</p>\`;
    }
  });
`;

/** A page's own script, with its own copy of Lit and the one i18next that its whole site shares. */
export async function ownScript() {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
  });
  return outputFiles[0].text;
}
