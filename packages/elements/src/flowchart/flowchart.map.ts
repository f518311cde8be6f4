/** The small map of a chart that does not fit its frame: all steps, and what of it is in sight. */
import { el, path, rect } from './flowchart.draw.js';
import type { Box, Chart } from './flowchart.layout.js';

export class SmallMap {
  readonly svg: SVGSVGElement;
  private _seen = path('', '');

  /**
   * @param em size of the text around it, in pixels
   * @param center brings a place of the chart into the middle of the frame
   */
  constructor({ width, height, nodes }: Chart, em: number, center: (x: number, y: number) => void) {
    const scale = Math.min(9 / width, 22 / height) * em;
    const svg = (this.svg = el<SVGSVGElement>(
      'svg',
      {
        class: 'map',
        width: width * scale,
        height: height * scale,
        viewBox: `0 0 ${width} ${height}`,
        'aria-hidden': 'true',
      },
      path('', nodes.map((node) => rect(node)).join('')),
      this._seen,
    ));
    const move = (event: PointerEvent) => {
      if (!event.buttons) return;
      const { left, top } = svg.getBoundingClientRect();
      center((event.clientX - left) / scale, (event.clientY - top) / scale);
    };
    svg.addEventListener('pointerdown', move);
    svg.addEventListener('pointermove', move);
  }

  show(seen: Box): void {
    this._seen.setAttribute('d', rect(seen));
  }
}
