/** Registering twice: nothing breaks, and the second copy says so once. */
import { define } from '../../packages/elements/dist/shared/define.js';

const make = () => class extends HTMLElement {};

describe('registering a tag', () => {
  it('a second time keeps the first element and says so once', () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => said.push(line);
    try {
      const first = make();
      define('zwgk-probe-a', first);
      define('zwgk-probe-a', first);
      if (said.length) throw new Error('the same copy is no reason to speak');
      define('zwgk-probe-a', make());
      define('zwgk-probe-a', make());
      if (customElements.get('zwgk-probe-a') !== first) throw new Error('the first element is gone');
      if (said.length !== 1 || !said[0]!.includes('zwgk-probe-a')) throw new Error(`said ${said.length} times`);
    } finally {
      console.warn = warn;
    }
  });

  it('of the provider, which every single-element file brings along, is no reason to speak', () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => said.push(line);
    delete (globalThis as { zwgkTwice?: boolean }).zwgkTwice;
    try {
      define('zwgk-provider', make());
      define('zwgk-provider', make());
      if (said.length) throw new Error(said[0]);
    } finally {
      console.warn = warn;
    }
  });
});
