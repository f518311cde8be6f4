/** BPMN 2.0 → `FlowChart`: tasks, events, gateways, lanes and sequence flows; what a flow chart has no place for is counted. */
import type { FlowChart, FlowNode } from '@zwgk/schema';
import { finishChart, type FlowDraft, type FlowDraftNode } from './flow-finish.js';
import { Issues, Unreadable, type Imported } from './issues.js';
import { readXml } from './xml.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}
function treeOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  readXml(xml, {
    open(name, attributes) {
      const element: Element = { name, attributes, children: [], text: '' };
      open[open.length - 1]!.children.push(element);
      open.push(element);
    },
    text(piece) {
      open[open.length - 1]!.text += piece;
    },
    close() {
      open.pop();
    },
  });
  return root;
}
/** An element and all below it, parents first. */
function* all(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* all(child);
}
const childText = (element: Element, name: string): string =>
  (element.children.find((child) => child.name === name)?.text ?? '').trim();

const TASK = /^(?:task|\w+Task|callActivity|subProcess|adHocSubProcess|transaction)$/;
const EVENT = /^(?:start|end|boundary|intermediateCatch|intermediateThrow|implicitThrow)Event$/;
const GATEWAY = /^\w*[gG]ateway$/;
const SUB = /^(?:subProcess|adHocSubProcess|transaction)$/;
/** What a flow chart has no place for; the drawing itself is made anew. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  messageFlow: '消息流',
  association: '关联',
  textAnnotation: '注释',
  dataObjectReference: '数据对象',
  dataStoreReference: '数据存储',
  group: '分组',
};
const NAMES: Readonly<Record<string, string>> = { start: '开始', end: '结束', decision: '判断' };

class Reader {
  readonly draft: FlowDraft = { nodes: [], edges: [] };
  private readonly lanes = new Map<string, string>();
  private readonly ids = new Set<string>();
  /** True for those that go several ways at once. */
  private readonly gateways = new Map<string, boolean>();
  constructor(private readonly issues: Issues) {}
  /** Which lane each node stands in; inner lanes count before outer ones. */
  lane(lane: Element): void {
    const title = lane.attributes['name'];
    for (const child of lane.children)
      if (child.name === 'flowNodeRef' && title) this.lanes.set(child.text.trim(), title);
      else if (child.name === 'childLaneSet')
        for (const inner of child.children) if (inner.name === 'lane') this.lane(inner);
  }
  process(process: Element, pool: string | undefined): void {
    for (const child of process.children)
      if (child.name === 'laneSet') for (const lane of child.children) if (lane.name === 'lane') this.lane(lane);
    for (const child of process.children) this.element(child, pool);
  }
  /** Gateways where ways part without a choice, or only meet, decide nothing. */
  settle(): void {
    const leaves = new Map<string, number>();
    for (const { from } of this.draft.edges) leaves.set(from, (leaves.get(from) ?? 0) + 1);
    for (const node of this.draft.nodes) {
      const parallel = this.gateways.get(node.id);
      const parts = (leaves.get(node.id) ?? 0) > 1;
      if (parallel === undefined || (parts && !parallel)) continue;
      node.kind = 'connector';
      if (node.label === NAMES['decision']) node.label = parts ? '同时办理' : '汇合';
    }
  }
  private element(element: Element, pool: string | undefined): void {
    const { name, attributes } = element;
    const { id, sourceRef, targetRef } = attributes;
    if (name === 'sequenceFlow' && sourceRef && targetRef) {
      const label = attributes['name']?.trim();
      this.draft.edges.push({ from: sourceRef, to: targetRef, ...(label && { label }) });
    } else if (id && (TASK.test(name) || EVENT.test(name) || GATEWAY.test(name))) this.node(element, id, pool);
  }
  private node(element: Element, id: string, pool: string | undefined): void {
    const { name, attributes } = element;
    if (this.ids.has(id)) return this.issues.add('bpmn_id_twice', {}, id);
    this.ids.add(id);
    const kind: FlowNode['kind'] | undefined =
      name === 'startEvent' ? 'start' : name === 'endEvent' ? 'end' : GATEWAY.test(name) ? 'decision' : undefined;
    if (kind === 'decision') this.gateways.set(id, name === 'parallelGateway');
    const label = attributes['name']?.replace(/\s+/g, ' ').trim();
    const note = childText(element, 'documentation');
    const lane = this.lanes.get(id) ?? pool;
    const node: FlowDraftNode = {
      id,
      label: label || (kind && NAMES[kind]) || id,
      kind,
      ...(lane && { lane }),
      ...(note && { note }),
    };
    if (!label && !kind) this.issues.add('bpmn_nameless', {}, id);
    this.draft.nodes.push(node);
    const host = attributes['attachedToRef'];
    if (name === 'boundaryEvent' && host) {
      const timer = element.children.some((child) => child.name === 'timerEventDefinition');
      this.draft.edges.push({ from: host, to: id, ...(timer && { kind: 'timeout' as const }) });
    }
    if (SUB.test(name)) this.inside(element, id, lane);
  }
  /** What a sub-process holds is drawn behind it, beginning with its own starts. */
  private inside(element: Element, id: string, lane: string | undefined): void {
    if (!element.children.some((child) => TASK.test(child.name) || EVENT.test(child.name))) return;
    this.issues.add('bpmn_inside', {}, element.attributes['name'] ?? id);
    this.process(element, lane);
    const inner = element.children.filter(
      (child) => TASK.test(child.name) || EVENT.test(child.name) || GATEWAY.test(child.name),
    );
    const entered = new Set(
      element.children.filter((child) => child.name === 'sequenceFlow').map((flow) => flow.attributes['targetRef']),
    );
    for (const child of inner) {
      const own = child.attributes['id'];
      if (own && !entered.has(own) && child.name !== 'boundaryEvent') this.draft.edges.push({ from: id, to: own });
    }
  }
}

export function importBpmn(xml: string, title: string): Imported<readonly FlowChart[]> {
  const issues = new Issues();
  let tree: Element;
  try {
    tree = treeOf(xml);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    issues.add(error.code === 'xml_doctype' ? error.code : 'xml_damaged', { line: error.line });
    return { value: undefined, issues: issues.list };
  }
  const elements = [...all(tree)];
  const processes = elements.filter(({ name }) => name === 'process');
  const pools = new Map(
    elements.flatMap(({ name, attributes: { processRef, name: pool } }) =>
      name === 'participant' && processRef && pool ? [[processRef, pool]] : [],
    ),
  );
  const reader = new Reader(issues);
  for (const process of processes) {
    const pool = pools.get(process.attributes['id'] ?? '');
    // One pool is the whole chart and needs no lane of its own.
    reader.process(process, pools.size > 1 ? pool : undefined);
  }
  const { draft } = reader;
  for (const [name, word] of Object.entries(LEFT_OUT)) {
    const count = elements.filter((element) => element.name === name).length;
    if (count) issues.add('bpmn_left_out', {}, word, String(count));
  }
  const known = new Set(draft.nodes.map(({ id }) => id));
  draft.edges = draft.edges.filter(({ from, to }) => {
    const whole = known.has(from) && known.has(to);
    if (!whole) issues.add('bpmn_flow_lost', {}, from, to);
    return whole;
  });
  reader.settle();
  if (!draft.nodes.length) {
    issues.add('no_nodes');
    return { value: undefined, issues: issues.list };
  }
  const [first] = processes;
  draft.title =
    (processes.length === 1 && (first?.attributes['name'] ?? pools.get(first?.attributes['id'] ?? ''))) || title;
  draft.lanes = [...new Set(draft.nodes.flatMap(({ lane }) => lane ?? []))];
  const chart = finishChart(draft, issues);
  return { value: chart && [chart], issues: issues.list };
}
