import type { StorybookConfig } from '@storybook/web-components-vite';
import { packageVersion } from '../scripts/package-version.mjs';

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  staticDirs: [
    { from: '../node_modules/bootstrap-italia/dist/css', to: '/bootstrap-italia/css' },
    { from: '../node_modules/bootstrap-italia/dist/fonts', to: '/bootstrap-italia/fonts' },
    { from: '../src/styles/presets', to: '/presets' },
  ],
  viteFinal: options => ({ ...options, plugins: [...(options.plugins ?? []), packageVersion()] }),
};

export default config;
