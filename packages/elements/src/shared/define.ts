interface Registered extends CustomElementConstructor {
  readonly version?: string;
  addInitializer?(run: (host: HTMLElement) => void): void;
}

/**
 * A page's own key and copy handlers see the host, not the field in it, and take typing for shortcuts: "Backspace leads
 * back unless in an INPUT". So what is typed and copied inside an element stays inside. Tab, Escape, function keys and
 * chords go on.
 */
function keep(event: Event): void {
  const { key, ctrlKey } = event as KeyboardEvent;
  // Slotted content of the page's own is not ours to keep.
  if (event.target === event.currentTarget && !ctrlKey && !/^(?:Tab|Esc|F\d)/.test(key)) event.stopPropagation();
}

/** Registers a tag once. A second copy, of this or another version, changes nothing and says so once. */
export function define(tag: string, element: Registered): void {
  if (typeof customElements === 'undefined') return;
  const there = customElements.get(tag) as Registered | undefined;
  if (!there) {
    element.addInitializer?.((host) => {
      for (const type of 'keydown keypress keyup copy cut paste selectstart'.split(' '))
        host.addEventListener(type, keep);
    });
    return customElements.define(tag, element);
  }
  const said = globalThis as { zwgkTwice?: boolean };
  // Each single-element file brings the provider along; two such files on a page are meant to be.
  if (there !== element && tag !== 'zwgk-provider' && !said.zwgkTwice) {
    said.zwgkTwice = true;
    console.warn(`zwgk: <${tag}> is there already; the first copy is used.`);
  }
}
