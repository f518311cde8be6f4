/** Mermaid `flowchart` text → `FlowChart`: shapes, lines with words, subgraphs as lanes or phases; all else is told by line. */
import type { FlowChart, FlowNode } from '@zwgk/schema';
import { finishChart, MOST_EDGES, type FlowDraft, type FlowDraftNode } from './flow-finish.js';
import { Issues, type Imported } from './issues.js';

const MOST_LINES = 20_000;
const LONGEST_LINE = 5000;
/** Opening and closing brackets, longest first, with what they draw; starts and ends are told by the lines. */
const SHAPES: readonly (readonly [string, string, FlowNode['kind']?])[] = [
  ['(((', ')))'],
  ['((', '))'],
  ['([', '])'],
  ['[[', ']]'],
  ['[(', ')]', 'document'],
  ['{{', '}}'],
  ['[/', '/]', 'document'],
  ['[\\', '\\]', 'document'],
  ['[/', '\\]'],
  ['[\\', '/]'],
  ['[', ']'],
  ['(', ')'],
  ['{', '}', 'decision'],
  ['>', ']'],
];
const NAMED: Readonly<Record<string, FlowNode['kind']>> = {
  diamond: 'decision',
  diam: 'decision',
  decision: 'decision',
  question: 'decision',
  doc: 'document',
  document: 'document',
  docs: 'document',
};
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ', semi: ';' };

/** Words of a label: without quotes, marks of markdown and tags; `#quot;` and `<br/>` resolved. */
function words(raw: string): string {
  return raw
    .trim()
    .replace(/^"`?|`?"$/g, '')
    .replace(/<br\s*\/?>|\\n/gi, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/[#&](\d{1,7}|[a-z]+);/gi, (whole, code: string) =>
      /^\d/.test(code)
        ? Number(code) < 0x110000
          ? String.fromCodePoint(Number(code))
          : ''
        : (ENTITIES[code.toLowerCase()] ?? whole),
    )
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A statement, read from left to right. */
class Scanner {
  at = 0;
  constructor(readonly text: string) {}
  get done(): boolean {
    this.skip();
    return this.at >= this.text.length;
  }
  skip(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }
  take(pattern: RegExp): RegExpExecArray | null {
    this.skip();
    const sticky = new RegExp(pattern.source, `${pattern.flags}y`);
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }
  /** The text up to `end`, quotes respected. */
  until(end: string): string | undefined {
    let from = this.at;
    if (/^\s*"/.test(this.text.slice(this.at, this.at + 20))) {
      const close = this.text.indexOf('"', this.text.indexOf('"', this.at) + 1);
      if (close > 0) from = close;
    }
    const at = this.text.indexOf(end, from);
    if (at < 0) return undefined;
    const inside = this.text.slice(this.at, at);
    this.at = at + end.length;
    return inside;
  }
}

/** `-->`, `---`, `-.->`, `==>`, `<-->`, `--x`, `--o`, with words before the head (`-- 齐全 -->`) or behind (`-->|齐全|`). */
const LINE = /(?:<|[xo](?=[-=.]))?(?:--+[->xo]?|==+[=>xo]?|-\.+->?)/;
const WORDED = /(?:<)?(?:--|==|-\.)\s+(?:"([^"]*)"|([^|"<>]*?[^\s|"<>=.-]))\s+(?:--+[>xo-]|==+[>xo=]|\.+->?)/;

class Reader {
  readonly draft: FlowDraft = { nodes: [], edges: [] };
  private readonly byId = new Map<string, FlowDraftNode>();
  private readonly groups: { title: string; phase: boolean }[] = [];
  private readonly lanes = new Set<string>();
  line = 0;
  constructor(private readonly issues: Issues) {}
  private fail(text: string): void {
    this.issues.add('mermaid_unread', { line: this.line }, text);
  }
  statement(text: string): void {
    if (/^(?:flowchart|graph)\b/.test(text)) return;
    if (/^(?:classDef|class|style|linkStyle|click)\b|^(?:accTitle|accDescr)\s*[:{]/.test(text))
      return this.issues.addOnce('mermaid_style', { line: this.line });
    if (/^direction\s+\w+$/.test(text)) return;
    const group = /^subgraph\b\s*(.*)$/.exec(text);
    if (group) return this.open(group[1]!);
    if (text === 'end') {
      if (!this.groups.pop()) this.fail(text);
      return;
    }
    this.chain(text);
  }
  private open(text: string): void {
    const named = /^[^\s["]+\s*\[(.*)\]$/.exec(text);
    const title = words(named ? named[1]! : text);
    const phase = /阶段$|^(?:决策|执行|结果)$/.test(title);
    this.groups.push({ title, phase });
    if (!phase && title) this.lanes.add(title);
  }
  private chain(text: string): void {
    const scan = new Scanner(text);
    let from = this.nodes(scan);
    if (!from.length) return this.fail(text);
    while (!scan.done) {
      const worded = scan.take(WORDED);
      const plain = worded ?? scan.take(LINE);
      if (!plain) return this.fail(text.slice(scan.at));
      let label = worded ? words(worded[1] ?? worded[2] ?? '') : '';
      if (!worded && scan.take(/\|/)) label = words(scan.until('|') ?? '');
      if (plain[0].startsWith('<') || /[-=.]$/.test(plain[0]))
        this.issues.add('mermaid_direction', { line: this.line });
      const to = this.nodes(scan);
      if (!to.length) return this.fail(text.slice(scan.at) || text);
      if (this.draft.edges.length + from.length * to.length > MOST_EDGES) return this.fail(text);
      for (const a of from) for (const b of to) this.draft.edges.push({ from: a, to: b, ...(label && { label }) });
      from = to;
    }
  }
  /** `A & B`: nodes on one side of a line. */
  private nodes(scan: Scanner): string[] {
    const ids: string[] = [];
    do {
      const id = this.node(scan);
      if (id === undefined) return [];
      ids.push(id);
    } while (scan.take(/&/));
    return ids;
  }
  private node(scan: Scanner): string | undefined {
    const found = scan.take(/[\p{L}\p{N}_](?:[\p{L}\p{N}_.]|-(?![-.>]))*/u);
    if (!found) return undefined;
    const id = found[0];
    let label: string | undefined;
    let shape: FlowNode['kind'] | undefined;
    if (scan.text.startsWith('@{', scan.at)) {
      scan.at += 2;
      const inner = scan.until('}') ?? '';
      label = /label:\s*(?:"([^"]*)"|([^,}]+))/.exec(inner)?.slice(1).find(Boolean);
      shape = NAMED[/shape:\s*([\w-]+)/.exec(inner)?.[1] ?? ''];
    } else
      for (const [open, close, kind] of SHAPES) {
        if (!scan.text.startsWith(open, scan.at)) continue;
        const start = scan.at;
        scan.at += open.length;
        label = scan.until(close);
        // `[/` may close in two ways: the shorter text is the one.
        const other = SHAPES.find(([a, b]) => a === open && b !== close);
        if (label !== undefined && !(other && label.includes(other[1]))) {
          shape = kind;
          break;
        }
        scan.at = start;
        label = undefined;
      }
    if (/^[[({>]/.test(scan.text.slice(scan.at))) return undefined;
    scan.take(/:::[\w-]+/);
    this.put(id, label === undefined ? undefined : words(label), shape);
    return id;
  }
  private put(id: string, label: string | undefined, shape: FlowNode['kind'] | undefined): void {
    let node = this.byId.get(id);
    if (!node) {
      node = { id, label: id };
      this.byId.set(id, node);
      this.draft.nodes.push(node);
    }
    if (label) node.label = label;
    if (shape) node.kind = shape;
    const group = this.groups[this.groups.length - 1];
    if (group?.title) node[group.phase ? 'phase' : 'lane'] ??= group.title;
  }
  finish(title: string): FlowDraft {
    if (this.groups.length) this.issues.add('mermaid_open', { line: this.line });
    return { ...this.draft, title, lanes: [...this.lanes] };
  }
}
/** Statements end with the line, or with a semicolon that stands in no quotes and no brackets. */
function statementsOf(line: string): string[] {
  const found: string[] = [];
  let from = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if ('[({'.includes(sign)) depth++;
    else if ('])}'.includes(sign)) depth--;
    else if (sign === ';' && depth <= 0 && !/[#&]\w+$/.test(line.slice(0, at))) {
      found.push(line.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, line.slice(from)].map((part) => part.trim()).filter(Boolean);
}

export function importMermaid(source: string, title: string): Imported<readonly FlowChart[]> {
  const issues = new Issues();
  const front = /^\s*---\r?\n([^]*?)\n---\r?\n/.exec(source);
  const named = /^title:\s*(.+?)\s*$/m.exec(front?.[1] ?? '')?.[1]?.replace(/^["']|["']$/g, '');
  const lines = source.split(/\r?\n/);
  if (lines.length > MOST_LINES) issues.add('too_many_rows', {}, String(MOST_LINES));
  const reader = new Reader(issues);
  const skip = front ? front[0].split('\n').length - 1 : 0;
  lines.slice(0, MOST_LINES).forEach((line, at) => {
    reader.line = at + 1;
    const text = line.replace(/%%.*$/, '').trim();
    if (at < skip || !text || /^```/.test(text)) return;
    if (text.length > LONGEST_LINE) return issues.add('mermaid_unread', { line: at + 1 }, text);
    for (const statement of statementsOf(text)) reader.statement(statement);
  });
  const chart = reader.draft.nodes.length
    ? finishChart(reader.finish(named ?? title), issues)
    : void issues.add('no_nodes');
  return { value: chart && [chart], issues: issues.list };
}
