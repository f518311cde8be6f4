import '@fontsource-variable/noto-sans-sc';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../../packages/elements/custom-elements.json';

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
  parameters: {
    a11y: { test: 'error' },
    options: { storySort: { order: ['页面', '办事指南', '政府信息公开目录', '流程图', '互动交流'] } },
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
    (story, { globals }) => {
      dress(String(globals['theme']), globals['text'] === 'large', String(globals['lang']));
      return story();
    },
  ],
};
export default preview;
