/** As much of Preact's types (10 and 11) as a page and our types touch, built in the same way. */
declare module 'preact' {
  export interface RefObject<T> {
    current: T | null;
  }
  export type Ref<T> = RefObject<T> | ((instance: T | null) => void | (() => void)) | null;
  // Preact 11 took it out of the namespace.
  export interface HTMLAttributes<T> {
    key?: unknown;
    children?: unknown;
    class?: string | undefined;
    lang?: string | undefined;
    href?: string | undefined;
    ref?: Ref<T> | undefined;
  }
  export namespace JSXInternal {
    interface Element {
      readonly type: string;
    }
    interface ElementChildrenAttribute {
      children: unknown;
    }
    interface IntrinsicElements {
      a: HTMLAttributes<HTMLAnchorElement>;
      div: HTMLAttributes<HTMLDivElement>;
    }
  }
  export import JSX = JSXInternal;
}
declare module 'preact/jsx-runtime' {
  export { JSXInternal as JSX } from 'preact';
}
