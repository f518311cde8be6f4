/** Svelte 5. */
import { flushSync, mount, unmount } from 'svelte';
import { stateOf } from './state.svelte.js';
import View from './View.svelte';

export async function start(container, first) {
  const holder = stateOf(first);
  const app = mount(View, {
    target: container,
    props: {
      get state() {
        return holder.state;
      },
    },
  });
  flushSync();
  return {
    set: async (change) => {
      holder.state = { ...holder.state, ...change };
      flushSync();
    },
    stop: async () => void (await unmount(app)),
  };
}
