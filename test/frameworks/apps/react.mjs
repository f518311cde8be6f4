/** React 19: custom elements as they are. */
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

export const View = ({ state }) =>
  h(
    'zwgk-provider',
    { files: state.files },
    state.shown &&
      h(
        'zwgk-guide-card',
        {
          id: 'card',
          guide: state.guide,
          situation: state.situation,
          compact: state.compact,
          'onzwgk-guide-open': state.onOpen,
        },
        h('a', { href: '#floor' }, '指南'),
      ),
    state.ids.map((id) => h('zwgk-guide-card', { key: id, className: 'by-id', 'guide-id': id })),
  );

export async function start(container, first) {
  let change;
  function App() {
    const [state, set] = useState(first);
    change = (patch) => set((old) => ({ ...old, ...patch }));
    return h(View, { state });
  }
  const root = createRoot(container);
  flushSync(() => root.render(h(App)));
  return {
    set: async (patch) => flushSync(() => change(patch)),
    stop: async () => root.unmount(),
  };
}
