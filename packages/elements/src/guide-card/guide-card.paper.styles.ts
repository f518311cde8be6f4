/** Sheets of the paper forms, for documents of their own: page size, fonts, everything. Quirks mode holds there. */
import type { GuideCardFullTable } from './guide-card.full.messages.js';
import type { PaperForm } from './guide-card.paper.facts.js';

/** Width and height of the paper and its margin, in millimetres; a roll is as long as what stands on it. */
export const sizes: Readonly<Record<PaperForm, { width: number; height: number; margin: number }>> = {
  notice: { width: 210, height: 297, margin: 14 },
  card: { width: 105, height: 148, margin: 7 },
  large: { width: 210, height: 297, margin: 14 },
  slip: { width: 80, height: 0, margin: 4 },
};

const quoted = (text: string): string => `"${text.replace(/[^\w\u4e00-\u9fff，。 ]/g, '')}"`;

/** `@page` with the number of the page where the browser knows margin boxes (Chromium 131). */
export const pageRule = (form: PaperForm, height: number, { paper }: Pick<GuideCardFullTable, 'paper'>): string => {
  const { width, margin } = sizes[form];
  const number =
    form === 'notice'
      ? `@bottom-center { content: ${quoted(`${paper.page} `)} counter(page) ${quoted(` ${paper.of} `)} counter(pages) ${quoted(` ${paper.pages}`)}; font: 9pt sans-serif; }`
      : '';
  return `@page { size: ${width}mm ${height}mm; margin: ${margin}mm; ${number} }`;
};

const common = `
  * { box-sizing: border-box; margin: 0; padding: 0; font-size: inherit; }
  html { background: #fff; color: #000; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body {
    font: 10.5pt/1.5 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif;
    overflow-wrap: anywhere; word-break: break-word;
  }
  table { border-collapse: collapse; width: 100%; font: inherit; }
  td, th { text-align: left; vertical-align: top; font-weight: normal; }
  h1, h2 { line-height: 1.3; break-after: avoid; }
  p { white-space: pre-line; }
  ul { list-style: none; }
  .qr { display: block; width: 100%; }
  .box { display: inline-block; width: 1em; height: 1em; border: 1px solid #000; vertical-align: -0.1em; }
  li { padding-left: 1.4em; break-inside: avoid; }
  li .box { margin-left: -1.4em; margin-right: 0.4em; }
  li .box + span { margin-right: 0.5em; }
  li small { display: inline-block; }
`;

const notice = `
  .page > thead { display: table-header-group; }
  .head { display: flex; justify-content: space-between; padding-bottom: 1.5mm; margin-bottom: 3mm; border-bottom: 1px solid #000; font-size: 9pt; }
  .head span + span { padding-left: 8mm; }
  .title { display: flex; justify-content: space-between; margin-bottom: 3mm; }
  .title > div { flex: 1; }
  h1 { font-size: 20pt; letter-spacing: 0.1em; }
  .matter { font-size: 15pt; font-weight: bold; line-height: 1.4; }
  h2 { font-size: 12pt; margin: 4mm 0 1.5mm; }
  figure { width: 28mm; margin-left: 6mm; text-align: center; }
  figcaption { font-size: 8pt; line-height: 1.3; }
  .grid { margin-bottom: 3mm; }
  .grid th, .grid td { border: 1px solid #000; padding: 1.2mm 2mm; }
  .grid th { width: 26mm; background: #f2f2f2; }
  .blanks { table-layout: fixed; }
  .blanks td { height: 9mm; }
  .grid.others th { width: 44mm; }
  .sign { margin-top: 5mm; }
  .sign th { width: 25mm; }
  .grid.sign td { border-left: 0; }
  .ticks { margin-bottom: 1.5mm; }
  .grid.ticks th { width: auto; }
  .grid.ticks .narrow { width: 13mm; text-align: center; }
  .ticks .middle { text-align: center; vertical-align: middle; }
  .ticks td:nth-child(2) { width: 38%; }
  .grid tr, .sign { break-inside: avoid; }
  .small { font-size: 9.5pt; margin-bottom: 1.5mm; }
  .stamp { font-size: 9pt; }
  .page > tbody > tr > td { padding-right: 0.4mm; }
  /* A signature alone on a second sheet gets lost. */
  .tight { font-size: 9.5pt; line-height: 1.4; }
  .tight .grid { margin-bottom: 2mm; }
  .tight .grid th, .tight .grid td { padding: 0.7mm 2mm; }
  .tight h2 { margin: 2mm 0 1mm; }
  .tight .title { margin-bottom: 2mm; }
  .tight .blanks td { height: 8mm; }
  .tight .small { font-size: 9pt; margin-bottom: 1mm; }
  .tight .sign { margin-top: 2mm; }
`;

const card = `
  body { font-size: 9pt; line-height: 1.4; }
  .small-print { font-size: 7.5pt; }
  .x0 { font-size: 8.2pt; }
  .x1 { font-size: 10pt; }
  .x2 { font-size: 11pt; }
  .x3 { font-size: 12pt; }
  .org { display: flex; justify-content: space-between; border-bottom: 0.06em solid #000; padding-bottom: 0.15em; }
  h1 { font-size: 1.55em; margin: 0.3em 0 0.2em; }
  h2 { font-size: 1.1em; font-weight: normal; }
  h2 strong { padding-left: 0.5em; font-size: 1.1em; }
  section { padding: 0.35em 0; border-bottom: 1px solid #000; }
  li { padding-top: 0.12em; padding-bottom: 0.12em; }
  small, .small { font-size: 0.84em; line-height: 1.35; }
  .facts { margin: 0.35em 0; }
  .facts th { width: 5.9em; padding: 0.15em 0; white-space: nowrap; }
  .facts td { padding: 0.15em 0; font-weight: bold; }
  footer { display: flex; align-items: flex-end; border-top: 1px solid #000; padding-top: 0.4em; }
  figure { flex: none; width: 6em; margin-right: 0.6em; }
  figcaption { display: none; }
`;

const large = `
  body { font-size: 20pt; line-height: 1.5; }
  .small-print { font-size: 16pt; }
  .x0 { font-size: 18pt; }
  .x1 { font-size: 22pt; }
  .x2 { font-size: 24pt; }
  .x3 { font-size: 26pt; }
  footer .small { font-size: 12pt; }
  figure { width: 36mm; }
`;

const slip = `
  body { font-size: 9.5pt; line-height: 1.45; }
  header, footer, .code { text-align: center; }
  h1 { font-size: 14pt; }
  .matter { font-size: 12pt; font-weight: bold; }
  .code, small { font-size: 8pt; }
  h2 { margin-top: 1.5mm; padding-top: 1.5mm; border-top: 1px dashed #000; font-size: 9.5pt; }
  h2 + p { break-before: avoid; }
  footer { margin-top: 2mm; padding-top: 2mm; border-top: 1px dashed #000; font-size: 8pt; }
  figure { width: 34mm; margin: 0 auto 1mm; }
`;

export const sheetOf: Readonly<Record<PaperForm, string>> = {
  notice: common + notice,
  card: common + card,
  large: common + card + large,
  slip: common + slip,
};
