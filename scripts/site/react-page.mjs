/** The script of `/hosts/react.html`: React 19 renders our tags, hands objects over as properties, listens by properties. */
import { StrictMode, createElement as h, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const choices = [
  ['temporary-relief', '临时救助'],
  ['dibao', '最低生活保障'],
  ['disability-card', '残疾人证办理'],
];

function App() {
  const [chosen, choose] = useState('temporary-relief');
  const [guide, setGuide] = useState();
  const [lines, setLines] = useState([]);
  const log = (line) => setLines((before) => [...before, line]);
  useEffect(() => {
    const control = new AbortController();
    fetch(`/api/v1/guides/${chosen}`, { signal: control.signal })
      .then((answer) => answer.json())
      .then((found) => setGuide({ ...found, url: `/services/${chosen}.html` }))
      .catch((error) => {
        if (!control.signal.aborted) throw error;
      });
    return () => control.abort();
  }, [chosen]);

  return h(
    'zwgk-provider',
    { api: '/api/v1' },
    h('h1', null, '政务公开（React 页面，示例）'),
    h('p', null, '组件由 React 渲染，对象作为属性传入。', h('a', { href: '/hosts/' }, '返回嵌入示例')),
    h('h2', null, '办事指南'),
    h(
      'p',
      { className: 'choice' },
      choices.map(([id, title]) =>
        h('button', { key: id, type: 'button', 'aria-pressed': id === chosen, onClick: () => choose(id) }, title),
      ),
    ),
    h(
      'zwgk-guide-card',
      {
        compact: true,
        guide,
        'onzwgk-guide-open': (event) => {
          event.preventDefault();
          log(`打开办事指南：${event.detail.guide.taskName}`);
        },
      },
      h('a', { href: `/services/${chosen}.html` }, '办事指南'),
    ),
    h('h2', null, '权力运行流程图'),
    h('zwgk-flowchart', {
      'flowchart-id': chosen,
      'onzwgk-flowchart-selected': ({ detail }) => log(`选中环节：${detail.node?.label ?? '无'}`),
    }),
    h('h2', null, '政府信息公开目录'),
    h('zwgk-catalogue', {
      'catalogue-id': 'disclosure',
      'page-size': 10,
      'onzwgk-catalogue-search': ({ detail }) => log(`检索：${detail.query}`),
    }),
    h('h2', null, '网上来信'),
    h('zwgk-complaint-form', {
      org: '云泊县稻溪镇人民政府',
      'onzwgk-complaint-submitted': ({ detail }) => log(`来信已登记：${detail.receipt.ticketNo}`),
    }),
    h('h2', null, '办理进度查询'),
    h('zwgk-complaint-status'),
    h('h2', null, '事件记录'),
    h(
      'ul',
      { className: 'log', id: 'log' },
      lines.map((line, i) => h('li', { key: i }, line)),
    ),
  );
}

createRoot(document.getElementById('root')).render(h(StrictMode, null, h(App)));
