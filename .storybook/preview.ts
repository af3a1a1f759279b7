/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { directionOf } from '../src/i18n/language.js';

// Made by `npm run manifest`. Storybook works without it, with fewer words about each property.
const manifests = import.meta.glob<{ default: object }>('../custom-elements.json', { eager: true });
for (const { default: manifest } of Object.values(manifests)) setCustomElementsManifest(manifest);

const presets = ['bootstrap-italia/css/bootstrap-italia.min.css', 'presets/bootstrap-italia.css'];

/** The style sheets of a look, in the head of the page as a municipality would have them. */
function dress(look: unknown): void {
  document.querySelectorAll('link[data-look]').forEach(link => link.remove());
  if (look !== 'bootstrap-italia') return;
  for (const href of presets) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.dataset['look'] = 'bootstrap-italia';
    document.head.append(link);
  }
}

const toolbar = <const Icon>(title: string, icon: Icon, items: Record<string, string>) => ({
  toolbar: { title, icon, dynamicTitle: true, items: Object.entries(items).map(([value, name]) => ({ value, title: name })) },
});

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    a11y: { test: 'error' },
    docs: { story: { inline: false, iframeHeight: 600 } },
    options: { storySort: { order: ['Portico', 'Pact viewer', 'Parts'] } },
  },
  initialGlobals: { locale: 'it', look: 'portico', scheme: 'light', network: 'good' },
  globalTypes: {
    locale: toolbar('Language', 'globe', {
      it: 'Italiano',
      'it-simple': 'Italiano semplice',
      en: 'English',
      'en-simple': 'Simple English',
      ar: 'العربية',
    }),
    look: toolbar('Look', 'paintbrush', { portico: 'Portico', 'bootstrap-italia': 'Bootstrap Italia' }),
    scheme: toolbar('Colours', 'contrast', { light: 'Light', dark: 'Dark' }),
    network: toolbar('Network', 'transfer', {
      good: 'Good network',
      slow: 'Slow network',
      never: 'No answer',
      offline: 'Offline',
      failing: 'Service fails',
      busy: 'Too many requests',
    }),
  },
  decorators: [
    (story, { globals }) => {
      const root = document.documentElement;
      const locale = String(globals['locale']);
      root.lang = locale;
      root.dir = directionOf(locale);
      root.style.colorScheme = String(globals['scheme']);
      dress(globals['look']);
      return story();
    },
  ],
};

export default preview;
