/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { dress } from '../demo/systems/dress.js';
import { systems } from '../demo/systems/systems.js';
import { directionOf } from '../src/i18n/language.js';
import { isTheme } from '../src/styles/themes.js';

// Made by `npm run manifest`. Storybook works without it, with fewer words about each property.
const manifests = import.meta.glob<{ default: object }>('../custom-elements.json', { eager: true });
for (const { default: manifest } of Object.values(manifests)) setCustomElementsManifest(manifest);

const toolbar = <const Icon>(title: string, icon: Icon, items: Record<string, string>) => ({
  toolbar: { title, icon, dynamicTitle: true, items: Object.entries(items).map(([value, name]) => ({ value, title: name })) },
});

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    a11y: { test: 'error' },
    docs: { story: { inline: false, iframeHeight: 600 } },
    options: { storySort: { order: ['Portico', 'Pact viewer', 'Looks', 'Parts'] } },
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
    look: toolbar('Look', 'paintbrush', {
      portico: 'Portico',
      ...Object.fromEntries(Object.values(systems).map(({ name, title }) => [name, title])),
    }),
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
  // Before the story, so that it never shows half dressed.
  loaders: [
    async ({ globals }) => {
      const look = String(globals['look']);
      await dress(isTheme(look) ? look : undefined, globals['scheme'] === 'dark', { packages: 'systems/', presets: 'presets/' });
    },
  ],
  decorators: [
    (story, { globals }) => {
      const root = document.documentElement;
      const locale = String(globals['locale']);
      root.lang = locale;
      root.dir = directionOf(locale);
      return story();
    },
  ],
};

export default preview;
