/** As much of Solid's types as a page and our types touch, built in the same way. */
declare module 'solid-js/types/jsx' {
  export namespace JSX {
    type Element = { readonly nodeType: number } | string | undefined;
    interface ElementChildrenAttribute {
      children: unknown;
    }
    interface HTMLAttributes<T> {
      children?: unknown;
      class?: string | undefined;
      lang?: string | undefined;
      href?: string | undefined;
      ref?: T | ((element: T) => void) | undefined;
    }
    interface IntrinsicElements {
      a: HTMLAttributes<HTMLAnchorElement>;
    }
  }
}
declare module 'solid-js' {
  import type { JSX } from 'solid-js/types/jsx';
  export type { JSX };
}
declare module 'solid-js/jsx-runtime' {
  export * from 'solid-js/types/jsx';
}
