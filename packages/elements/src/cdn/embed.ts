/**
 * `zwgk-embed.js`, for pages that may only hold an iframe: gives the frame the height of what is in it. The same small
 * classic script stands in the framed page (`<html data-zwgk-embed>`), which tells its height, and in the host page,
 * which believes only the frame it asked and only from the address that the frame has there.
 */
interface Said {
  readonly zwgk?: unknown;
  readonly height?: unknown;
}
const page = window as { zwgkEmbed?: boolean };
/** Nobody's page is that long; a number from elsewhere must not make it so. */
const TALLEST = 100000;

function framed(): void {
  const root = document.documentElement;
  const host = parent;
  let to = '*';
  try {
    const origin = location.ancestorOrigins?.[0] ?? new URL(document.referrer).origin;
    if (origin !== 'null') to = origin;
  } catch {
    // A host that tells nobody its address is told a number and nothing else.
  }
  let told = 0;
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height && height !== told) host.postMessage({ zwgk: 'height', height: (told = height) }, to);
  };
  new ResizeObserver(tell).observe(root);
  // Out of sight a frame of another origin is not rendered, and its observers sleep.
  setInterval(tell, 1000);
  addEventListener('message', ({ source, data }: MessageEvent<Said | null>) => {
    if (source !== host || data?.zwgk !== 'ask') return;
    told = 0;
    tell();
  });
}

function hosting(): void {
  const originOf = (frame: HTMLIFrameElement): string => {
    try {
      return new URL(frame.src, document.baseURI).origin;
    } catch {
      return '';
    }
  };
  const frames = () => Array.from(document.getElementsByTagName('iframe'));
  addEventListener('message', ({ source, origin, data }: MessageEvent<Said | null>) => {
    const height = data?.zwgk === 'height' && typeof data.height === 'number' ? data.height : 0;
    if (!(height > 0 && height <= TALLEST)) return;
    for (const frame of frames())
      if (frame.contentWindow === source && origin !== 'null' && originOf(frame) === origin)
        frame.style.height = `${
          height + (getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0)
        }px`;
  });
  // Frames that spoke before this script was there are asked again.
  const ask = () => {
    for (const frame of frames())
      if (/^https?:.*\/embed\//.test(frame.src) && originOf(frame))
        frame.contentWindow?.postMessage({ zwgk: 'ask' }, originOf(frame));
  };
  if (document.readyState === 'complete') ask();
  else addEventListener('load', ask);
}

if (!page.zwgkEmbed) {
  page.zwgkEmbed = true;
  if (parent !== window && document.documentElement.hasAttribute('data-zwgk-embed')) framed();
  hosting();
}
