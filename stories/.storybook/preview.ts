import '@fontsource-variable/noto-sans-sc';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../../packages/elements/custom-elements.json';
import page from './page.mdx';

setCustomElementsManifest(manifest);

/** Each toolbar choice is what a page does: link a theme, set `lang`. */
function dress(theme: string, large: boolean, lang: string): void {
  document.documentElement.lang = lang;
  const wanted = [theme, ...(large ? ['large'] : [])].map((name) => `themes/${name}.css`);
  for (const link of Array.from(document.querySelectorAll<HTMLLinkElement>('link[data-theme]')))
    if (!wanted.includes(link.dataset['theme']!)) link.remove();
  for (const href of wanted)
    if (!document.querySelector(`link[data-theme="${href}"]`)) {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
      link.dataset['theme'] = href;
      document.head.append(link);
    }
}

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    docs: { page },
    viewport: {
      options: {
        phone: { name: '手机 375', styles: { width: '375px', height: '800px' }, type: 'mobile' },
        column: { name: '侧栏 320', styles: { width: '320px', height: '800px' }, type: 'mobile' },
        tablet: { name: '平板 768', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
      },
    },
    backgrounds: {
      options: {
        white: { name: '白色网页', value: '#ffffff' },
        tinted: { name: '有底色的网页', value: '#e8f0f8' },
        dark: { name: '深色网页', value: '#16202c' },
      },
    },
    options: { storySort: { order: ['从这里开始', '页面', '办事指南', '政府信息公开目录', '流程图', '互动交流'] } },
  },
  globalTypes: {
    theme: {
      description: '主题',
      toolbar: {
        title: '主题',
        items: [
          { value: 'red', title: '红' },
          { value: 'blue', title: '蓝' },
        ],
        dynamicTitle: true,
      },
    },
    text: {
      description: '字体',
      toolbar: {
        title: '字体',
        items: [
          { value: 'normal', title: '标准' },
          { value: 'large', title: '大字(适老)' },
        ],
        dynamicTitle: true,
      },
    },
    lang: {
      description: '语言',
      toolbar: {
        title: '语言',
        items: [
          { value: 'zh-Hans', title: '简体' },
          { value: 'zh-Hant', title: '繁體' },
          { value: 'en', title: 'English' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'red', text: 'normal', lang: 'zh-Hans' },
  decorators: [
    (story, { globals, canvasElement }) => {
      // Storybook's own pages say that they are in English, what stands in them too.
      canvasElement.lang = String(globals['lang']);
      dress(String(globals['theme']), globals['text'] === 'large', String(globals['lang']));
      return story();
    },
  ],
};
export default preview;
