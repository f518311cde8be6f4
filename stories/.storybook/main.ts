import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../start.mdx', '../*.stories.ts', '../pages/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: '@storybook/web-components-vite',
  // Nothing leaves the machine.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  staticDirs: [
    { from: '../../packages/schema/examples', to: '/examples' },
    { from: '../../packages/elements/themes', to: '/themes' },
  ],
};
export default config;
