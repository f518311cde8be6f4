/** React 18 and 19 by the generated components of `@zwgk/elements/react`. */
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { ZwgkGuideCard, ZwgkProvider } from '@zwgk/elements/react';

export const View = ({ state }) =>
  h(
    ZwgkProvider,
    { files: state.files },
    state.shown &&
      h(
        ZwgkGuideCard,
        {
          id: 'card',
          guide: state.guide,
          situation: state.situation,
          compact: state.compact,
          onZwgkGuideOpen: state.onOpen,
        },
        h('a', { href: '#floor' }, '指南'),
      ),
    state.ids.map((id) => h(ZwgkGuideCard, { key: id, className: 'by-id', guideId: id })),
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
