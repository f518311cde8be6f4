/** Angular, compiled in the browser; decorators are called as the functions that they are. */
import '@angular/compiler';
import { CUSTOM_ELEMENTS_SCHEMA, Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { createComponent } from '@angular/core';

export async function start(container, first) {
  const state = signal(first);
  const App = Component({
    selector: 'zwgk-app',
    schemas: [CUSTOM_ELEMENTS_SCHEMA],
    template: `
      <zwgk-provider [attr.files]="state().files">
        @if (state().shown) {
          <zwgk-guide-card id="card" [guide]="state().guide" [attr.situation]="state().situation"
            [compact]="state().compact" (zwgk-guide-open)="state().onOpen($event)"><a href="#floor">指南</a></zwgk-guide-card>
        }
        @for (id of state().ids; track id) {
          <zwgk-guide-card class="by-id" [attr.guide-id]="id"></zwgk-guide-card>
        }
      </zwgk-provider>`,
  })(
    class {
      state = state;
    },
  );
  const app = await createApplication({ providers: [provideZonelessChangeDetection()] });
  const host = document.createElement('zwgk-app');
  container.append(host);
  const component = createComponent(App, { environmentInjector: app.injector, hostElement: host });
  app.attachView(component.hostView);
  await app.whenStable();
  return {
    set: async (change) => {
      state.update((old) => ({ ...old, ...change }));
      app.tick();
    },
    stop: async () => app.destroy(),
  };
}
