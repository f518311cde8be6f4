/** Vue 3 with a template, as a page writes it. */
import { createApp, nextTick, shallowReactive } from 'vue';

export const view = {
  compilerOptions: { isCustomElement: (tag) => tag.startsWith('zwgk-') },
  template: `
    <zwgk-provider :files="state.files">
      <zwgk-guide-card v-if="state.shown" id="card" :guide="state.guide" :situation="state.situation"
        :compact="state.compact" @zwgk-guide-open="state.onOpen($event)"><a href="#floor">指南</a></zwgk-guide-card>
      <zwgk-guide-card v-for="id in state.ids" :key="id" class="by-id" :guide-id="id"></zwgk-guide-card>
    </zwgk-provider>`,
};

export async function start(container, first) {
  const state = shallowReactive({ ...first });
  const app = createApp({ ...view, setup: () => ({ state }) });
  app.config.compilerOptions.isCustomElement = view.compilerOptions.isCustomElement;
  app.mount(container);
  return {
    set: async (change) => {
      Object.assign(state, change);
      await nextTick();
    },
    stop: async () => app.unmount(),
  };
}
