/** The public list of elements: classes and types, no side effect. `define/<tag>.js` registers. */
export { ZwgkProvider } from './provider/provider.js';
export type { ZwgkEvents } from './events.js';
