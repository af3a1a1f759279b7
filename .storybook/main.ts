import type { StorybookConfig } from '@storybook/web-components-vite';
import files from '../demo/systems/files.json' with { type: 'json' };
import { packageVersion } from '../scripts/package-version.mjs';
import { presetModules } from '../scripts/preset-modules.mjs';

/** Files of packages that stories show: style sheets of design systems, and fonts whose licence lets anybody publish them. */
const published = [...Object.values(files).flat(), '@kern-ux/native/dist/fonts/fira-sans'];

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  staticDirs: [
    ...published.map(path => ({ from: `../node_modules/${path}`, to: `/systems/${path}` })),
    { from: '../src/styles/presets', to: '/presets' },
  ],
  viteFinal: options => ({ ...options, plugins: [...(options.plugins ?? []), packageVersion(), presetModules()] }),
};

export default config;
