/** The report on the page itself: a panel that can be copied and closed, and that touches nothing of the page. */
import { copyText } from '../../shared/copy.js';
import { doctorWords as words, reportOf } from './sentences.js';
import type { Finding } from './rules.js';

const SHEET = `
:host { all: initial !important; display: block !important; position: fixed !important; right: 0 !important;
  bottom: 0 !important; z-index: 2147483647 !important; width: min(510px, 100%) !important; }
section { max-height: 70vh; overflow: auto; box-sizing: border-box; padding: 1em 1.25em; font: 15px/1.6 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif; color: #1f2328;
  background: #fff; border: 1px solid #838b95; border-top: 4px solid #0b57a8; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 1.15em; }
p { margin: 0.25em 0 0; }
ol { margin: 0.75em 0; padding: 0; list-style: none; }
li { padding: 0.6em 0; border-top: 1px solid #d8dce2; }
b { display: inline-block; margin-right: 0.5em; padding: 0 0.4em; font-weight: 600; color: #fff; background: #57606a; }
.error b { background: #b3201a; }
.warning b { background: #8a5300; }
.fix { color: #57606a; }
button { min-height: 44px; margin-right: 0.75em; padding: 0 1em; font: inherit; color: #0b57a8; background: #fff;
  border: 1px solid #0b57a8; cursor: pointer; }
button:focus-visible { outline: 3px solid #0b57a8; outline-offset: 2px; }
@media print { section { display: none; } }
`;

export function showReport(findings: readonly Finding[]): HTMLElement {
  document.querySelector('[data-zwgk-doctor]')?.remove();
  const host = document.createElement('div');
  host.setAttribute('data-zwgk-doctor', '');
  host.setAttribute('role', 'region');
  host.setAttribute('aria-label', words.title);
  host.lang = 'zh-CN';
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  shadow.adoptedStyleSheets = [sheet];

  const make = (name: string, text = '', className = '') => {
    const element = document.createElement(name);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  };
  const count = (level: Finding['level']) => findings.filter((one) => one.level === level).length;
  const list = make('ol');
  for (const { level, title, fix } of findings) {
    const item = make('li', '', level);
    const line = make('div');
    line.append(make('b', words.level[level]), title);
    item.append(line, make('div', fix, 'fix'));
    list.append(item);
  }
  const copy = make('button', words.copy);
  copy.addEventListener('click', () => {
    void copyText(reportOf(findings), shadow).then((done) => {
      if (done) copy.textContent = words.copied;
    });
  });
  const close = make('button', words.close);
  close.addEventListener('click', () => host.remove());
  // What a page says of "*" or of each div meets the host alone, not what is inside.
  const panel = make('section');
  panel.append(
    make('h2', words.title),
    make('p', findings.length ? words.count(count('error'), count('warning'), count('info')) : words.none),
    list,
    copy,
    close,
  );
  shadow.append(panel);
  document.body.append(host);
  return host;
}
