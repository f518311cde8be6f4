/** The buttons above a chart: how it is told, how large it stands, onto what it goes. */
import { html, type TemplateResult } from 'lit';
import type { FlowchartTable } from './flowchart.messages.js';
import type { PaperName } from './flowchart.sheets.js';

export type Format = 'SVG' | 'PNG' | PaperName;
/** Calls `use` with what the clicked button stands for. */
const chosen = (use: (value: string) => void) => (event: Event) => {
  const { value } = event.target as HTMLButtonElement;
  if (value) use(value);
};

/**
 * One template, because each that is new costs time before the first chart of a page is painted.
 * @param chart that it is drawn: it can be zoomed, printed and saved
 */
export function bar(
  text: FlowchartTable,
  chart: boolean,
  show: (view: 'chart' | 'text') => void,
  zoom: (by: number) => void,
  send: (format: Format) => void,
): TemplateResult {
  return html`<div role="group" aria-label=${text.views} @click=${chosen((view) => show(view as 'chart' | 'text'))}>
      <button type="button" value="chart" aria-pressed=${String(chart)}>${text.chart}</button>
      <button type="button" value="text" aria-pressed=${String(!chart)}>${text.text}</button>
    </div>
    <div ?hidden=${!chart} @click=${chosen((by) => zoom(Number(by)))}>
      <button type="button" value="0.8" aria-label=${text.smaller}>－</button>
      <button type="button" value="1.25" aria-label=${text.larger}>＋</button>
      <button type="button" value="0">${text.whole}</button>
    </div>
    <div class="files" ?hidden=${!chart} @click=${chosen((format) => send(format as Format))}>
      <button type="button" value="A4">${text.print}</button>
      <button type="button" value="A3" class="poster">${text.poster('A3')}</button>
      <button type="button" value="A1" class="poster">${text.poster('A1')}</button>
      <button type="button" value="SVG">${text.save('SVG')}</button>
      <button type="button" value="PNG">${text.save('PNG')}</button>
    </div>`;
}
