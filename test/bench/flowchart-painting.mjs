/**
 * The element in a browser: from a document to the painted chart, and panning and zooming 500 steps. Main-thread time is
 * CPU time, an empty frame's cost taken off; each measurement has a page of its own, all code cold.
 */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.mjs';
import { median } from './rounds.mjs';

const cdn = new URL('../../packages/elements/cdn/', import.meta.url);
const round = (value) => Number(value.toPrecision(3));

/** dagre and one SVG of rectangles, lines and labels, set as one string: what a page would write with it. */
const DAGRE = `
import * as all from '@dagrejs/dagre';
const dagre = all.default ?? all;
const esc = (s) => s.replace(/[&<"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;' })[c]);
globalThis.drawPeer = (graph, sizes) => {
  const g = new dagre.graphlib.Graph({ multigraph: true });
  g.setGraph({ rankdir: 'TB', nodesep: 40, ranksep: 40, edgesep: 16 }).setDefaultEdgeLabel(() => ({}));
  for (const { id } of graph.nodes) g.setNode(id, { width: sizes[id][0], height: sizes[id][1] });
  graph.edges.forEach((e, i) => g.setEdge(e.from, e.to, {}, String(i)));
  dagre.layout(g);
  let s = '<svg width="1240" height="780" viewBox="0 0 ' + g.graph().width + ' ' + g.graph().height + '"><defs><marker id="m" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs><g fill="none" stroke="#555">';
  const lines = graph.edges.map((e, i) => g.edge({ v: e.from, w: e.to, name: String(i) }).points);
  for (const p of lines) s += '<path marker-end="url(#m)" d="M' + p.map(({ x, y }) => x.toFixed(1) + ' ' + y.toFixed(1)).join('L') + '"/>';
  s += '</g><g font-size="14" text-anchor="middle" dominant-baseline="central">';
  graph.edges.forEach(({ label }, i) => {
    const p = lines[i][lines[i].length >> 1];
    if (label) s += '<text font-size="12" x="' + p.x + '" y="' + p.y + '">' + esc(label) + '</text>';
  });
  for (const v of graph.nodes) {
    const { x, y, width, height } = g.node(v.id);
    s += '<rect fill="#fff" stroke="#333" x="' + (x - width / 2) + '" y="' + (y - height / 2) + '" width="' + width + '" height="' + height + '" rx="3"/><text x="' + x + '" y="' + y + '">' + esc(v.label) + '</text>';
  }
  document.body.insertAdjacentHTML('beforeend', s + '</g></svg>');
};`;

/** Runs in the page. */
const HELP = `
globalThis.frame = () => new Promise((r) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = r; c.port2.postMessage(0); }));
globalThis.ours = async (graph) => {
  const chart = document.createElement('zwgk-flowchart');
  chart.flowchart = { title: '流程图', ...graph };
  document.body.append(chart);
  for (let i = 0; !chart.shadowRoot?.querySelector('[part=chart] svg'); i++) {
    if (i > 600) throw new Error('the chart was not drawn');
    await frame();
  }
  return chart;
};
/** Moves once a frame; how long each frame took. */
globalThis.moving = async (steps) => {
  const times = [];
  let last = await new Promise(requestAnimationFrame);
  for (const step of steps) {
    step();
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  return times;
};
/** 120 frames of dragging and 60 of zooming by the wheel; notes where each frame stood. */
globalThis.panOurs = async (chart) => {
  const svg = chart.shadowRoot.querySelector('[part=chart] svg');
  svg.setPointerCapture = () => {};
  const seen = [];
  const send = (type, x, y) => svg.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX: x, clientY: y, bubbles: true }));
  const spot = { clientX: 600, clientY: 300, ctrlKey: true, bubbles: true, cancelable: true };
  send('pointerdown', 600, 600);
  const steps = [
    ...Array.from({ length: 120 }, (_, i) => () => send('pointermove', 600 - 4 * (i % 40), 590 - (i % 40) * 12)),
    () => send('pointerup', 0, 0),
    ...Array.from({ length: 60 }, (_, i) => () => svg.dispatchEvent(new WheelEvent('wheel', { ...spot, deltaY: i % 30 < 15 ? 12 : -12 }))),
  ].map((step) => () => (step(), seen.push(svg.getAttribute('viewBox'))));
  const times = await moving(steps);
  return { times, seen };
};
/** The same drawing without anything that works it: its saved file, moved by the same steps. */
globalThis.bareOf = async (chart) => {
  const blob = await new Promise((ok) => {
    URL.createObjectURL = (found) => (ok(found), 'blob:none');
    HTMLAnchorElement.prototype.click = () => {};
    for (const one of chart.shadowRoot.querySelectorAll('button')) if (one.innerText.includes('SVG')) one.click();
  });
  const { width, height } = chart.shadowRoot.querySelector('[part=chart] svg').getBoundingClientRect();
  const svg = document.importNode(new DOMParser().parseFromString(await blob.text(), 'image/svg+xml').documentElement, true);
  svg.setAttribute('width', width);
  svg.setAttribute('height', height);
  chart.replaceWith(svg);
  await frame();
  return svg;
};`;

async function serve(files) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const own = /^\/cdn\/((?:modules\/)?[\w.-]+\.js)$/.exec(pathname)?.[1];
    const file = own ? readFileSync(new URL(own, cdn)) : files[pathname];
    const type = request.url === '/' ? 'text/html' : 'text/javascript';
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(file);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

/** @param peers folder with node_modules that hold dagre, if any */
export async function painting(graphOf, sizesOf, peers, { rounds = 7 } = {}) {
  let dagre;
  if (peers) {
    const entry = {
      name: 'entry',
      resolveId: (id) => (id === 'entry' ? `${peers}/entry.mjs` : null),
      load: (id) => (id.endsWith('/entry.mjs') ? DAGRE : null),
    };
    const bundle = await rollup({ input: 'entry', plugins: [entry, nodeResolve({ browser: true })], onwarn() {} });
    dagre = (await bundle.generate({ format: 'iife' })).output[0].code;
    await bundle.close();
  }
  const { server, url } = await serve({
    '/': `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="data:,"><body><script src="/help.js"></script><script src="/cdn/zwgk-flowchart.js"></script><script src="/peer.js"></script>`,
    '/help.js': HELP,
    '/peer.js': dagre ?? '',
  });
  const times = {};
  const note = (what, nodes, name, found) => ((times[[what, nodes, name]] ??= []).push(found), found);
  try {
    for (let r = 0; r < rounds; r++) {
      const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumFlags });
      const open = async () => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        const session = await page.context().newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        page.on('pageerror', (error) => console.error(error.message));
        await page.goto(url);
        const busy = async () =>
          (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value *
          1000;
        const cpu = async (run) => {
          const before = await busy();
          const value = await run();
          return { value, ms: (await busy()) - before };
        };
        await page.evaluate('frame()');
        const { ms: idle } = await cpu(() => page.evaluate('frame().then(frame)'));
        return { page, cpu, idle };
      };
      for (const nodes of [50, 500]) {
        const graph = graphOf(r + 1, nodes);
        const runs = [
          ['zwgk', () => open(), 'ours(G)'],
          ...(dagre ? [['dagre + SVG', () => open(), 'drawPeer(G, S)']] : []),
        ];
        for (const [name, start, call] of r % 2 ? runs : runs.reverse()) {
          const { page, cpu, idle } = await start();
          await page.evaluate(([g, s]) => ((globalThis.G = g), void (globalThis.S = s)), [graph, sizesOf(graph)]);
          const { ms } = await cpu(() =>
            page.evaluate(`Promise.resolve(${call}).then(frame).then(frame).then(() => 0)`),
          );
          note('painted', nodes, name, ms - idle);
          await page.close();
        }
      }
      const { page, cpu } = await open();
      await page.evaluate((g) => void (globalThis.G = g), graphOf(r + 1, 500));
      await page.evaluate('ours(G).then((chart) => (globalThis.C = chart, frame())).then(() => 0)');
      const mine = await cpu(() => page.evaluate('panOurs(C)'));
      await page.evaluate('bareOf(C).then((svg) => (globalThis.B = svg, 0))');
      const bare = await cpu(() =>
        page.evaluate(
          (seen) => globalThis.moving(seen.map((box) => () => globalThis.B.setAttribute('viewBox', box))),
          mine.value.seen,
        ),
      );
      for (const [name, ms, list] of [
        ['zwgk', mine.ms, mine.value.times],
        ['bare SVG', bare.ms, bare.value],
      ]) {
        note('pan and zoom', 500, name, ms / list.length);
        note('long frames', 500, name, list.filter((time) => time > 34).length);
      }
      await browser.close();
    }
  } finally {
    server.close();
  }
  const row = (what, nodes, name, base) => {
    const all = times[[what, nodes, name]];
    const other = times[[what, nodes, base]];
    return {
      measure: what === 'painted' ? 'to painted, main thread' : 'pan and zoom, a frame',
      nodes,
      name,
      'median ms': round(median(all)),
      ...(other && { '× baseline': round(median(all.map((ms, i) => ms / other[i]))) }),
      ...(what === 'pan and zoom' && { 'long frames': times[['long frames', nodes, name]].reduce((a, b) => a + b, 0) }),
    };
  };
  return [
    ...[50, 500].flatMap((nodes) =>
      (dagre ? ['dagre + SVG', 'zwgk'] : ['zwgk']).map((name) => row('painted', nodes, name, 'dagre + SVG')),
    ),
    ...['bare SVG', 'zwgk'].map((name) => row('pan and zoom', 500, name, 'bare SVG')),
  ];
}
