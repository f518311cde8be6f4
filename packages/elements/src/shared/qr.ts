import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { svg, html, type TemplateResult } from 'lit';

/**
 * A QR code (二维码) as a drawing that prints sharply: dark modules on white with the quiet zone of four modules that
 * GB/T 18284 asks for, whatever the page's colours. Loaded when one is shown: `await import('../shared/qr.js')`.
 *
 * @param text What a scanner reads; at most about 1,000 Chinese characters.
 * @param label What a screen reader says in its place, for example “本事项的二维码”.
 * @throws {Error} When the text is too long for any QR code.
 */
export function qrPicture(text: string, label: string): TemplateResult {
  const code = generate(text);
  const side = code.size + 8;
  return html`<svg
    class="qr"
    role="img"
    aria-label=${label}
    viewBox="-4 -4 ${side} ${side}"
    shape-rendering="crispEdges"
  >
    ${svg`<path fill="#fff" d="M-4-4h${side}v${side}h-${side}z"></path><path fill="#000" d=${toSvgPath(code)}></path>`}
  </svg>`;
}
