/**
 * Rows in memory to rows on the screen, 100,000 of them, in a real browser: our element beside a list written by hand that
 * draws only what is seen (plain filter and sort). Rounds are interleaved; what counts is the time of the page's main
 * thread, an empty frame's taken off, and the ratio within a round.
 */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from 'puppeteer-core';
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.mjs';
import { median } from './rounds.mjs';

const cdn = fileURLToPath(new URL('../../packages/elements/cdn', import.meta.url));
const COUNT = 100_000;
const ROUNDS = 7;

/** Runs in the page: rows, both contestants, and how to see what is on the screen. */
function inPage(count) {
  let state = 20240711;
  const next = (size) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * size);
  };
  const list = (text) => text.split(' ');
  const towns = list(
    '青石镇 稻溪镇 白塔乡 沙湾镇 双桥街道 柳林镇 石栗乡 上埠镇 竹坞镇 前坪乡 苇塘镇 油坊镇 枫岭乡 禾场镇',
  );
  const bodies = list('人民政府 财政所 农业农村局 民政局 自然资源局 教育局 卫生健康局 住房和城乡建设局 应急管理局');
  const acts = list('印发 公布 转发 开展 做好 调整 加强 下达 公示 解读 核定 推进');
  const things = list(
    '农村人居环境整治 最低生活保障 行政权力清单 医疗保险缴费 高标准农田建设 义务教育招生 森林防灭火 食品安全抽检 残疾人补贴 公租房分配 政府采购意向 水土保持方案 危房改造 事业单位招聘 水库除险加固 湿地保护',
  );
  const names = list('安 北 昌 成 大 道 恩 丰 福 广 海 和 宏 怀 吉 建 锦 康 龙 茂 宁 平 庆 瑞 盛 泰 旺 祥 兴 永 远 源');
  const pick = (from) => from[next(from.length)];
  const two = (n) => String(n).padStart(2, '0');
  const entries = Array.from({ length: count }, (_, i) => {
    const year = 2008 + next(18);
    const town = pick(towns);
    const publisher = town + pick(bodies);
    return {
      indexNumber: `${10000000 + next(89999999)}/${year}-${String(i).padStart(6, '0')}`,
      title: `${publisher}关于${pick(acts)}${pick(names)}${pick(names)}村${year}年${pick(things)}${next(2) ? `和${pick(things)}` : ''}的${pick(list('通知 公告 方案 批复 名单'))}`,
      publishedAt: `${year}-${two(1 + next(12))}-${two(1 + next(28))}`,
      publisher,
      subjectCategory: pick(list('综合政务 财政 民政 教育 卫生 农业 土地 城乡建设')),
      timeLimit: pick(list('20个工作日 3个工作日 7个工作日')),
      genreText: pick(list('通知 公告 意见 批复')),
      responsibleUnit: pick(list('办公室 财务股 业务股 综合股')),
    };
  });
  // As from the network: strings of their own.
  const catalogue = JSON.parse(JSON.stringify({ title: '政府信息公开目录', entries }));
  const rows = catalogue.entries;
  const byNewest = [...rows].sort((a, b) =>
    a.publishedAt < b.publishedAt ? 1 : a.publishedAt > b.publishedAt ? -1 : 0,
  );
  const root = document.createElement('div');
  root.style.width = '1270px';
  document.body.append(root);

  const COLUMNS = [
    ['indexNumber', 170],
    ['title', 370],
    ['publisher', 180],
    ['subjectCategory', 110],
    ['publishedAt', 100],
    ['timeLimit', 160],
    ['genreText', 90],
    ['responsibleUnit', 80],
  ];
  const HEIGHT = 36;
  /** By hand: a pool of rows moved to where the reader is. */
  function byHand() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `.v{height:612px;overflow:auto;position:relative;contain:strict}.v p{margin:0;display:flex;position:absolute;left:0;right:0;height:${HEIGHT}px;line-height:${HEIGHT}px;border-bottom:1px solid #ddd;contain:strict}.v span{flex:none;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;padding:0 8px;box-sizing:border-box}`,
    );
    document.adoptedStyleSheets = [sheet];
    const view = document.createElement('div');
    view.className = 'v';
    const room = document.createElement('div');
    view.append(room);
    const pool = Array.from({ length: Math.ceil(612 / HEIGHT) + 8 }, () => {
      const line = document.createElement('p');
      const cells = COLUMNS.map(([, width]) => {
        const cell = document.createElement('span');
        cell.style.width = `${width}px`;
        cell.append('');
        line.append(cell);
        return cell.firstChild;
      });
      return { line, cells };
    });
    const show = (given) => {
      room.style.height = `${given.length * HEIGHT}px`;
      view.scrollTop = 0;
      pool.forEach(({ line, cells }, i) => {
        const row = given[i];
        line.hidden = !row;
        line.style.transform = `translateY(${i * HEIGHT}px)`;
        if (row) COLUMNS.forEach(([key], k) => (cells[k].data = row[key]));
      });
    };
    show(rows);
    room.append(...pool.map(({ line }) => line));
    root.append(view);
    return {
      first: () => view.querySelector('p span')?.textContent,
      filter: (word) => show(word ? rows.filter(({ title }) => title.includes(word)) : rows),
      sort: () =>
        show([...rows].sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : a.publishedAt > b.publishedAt ? -1 : 0))),
      wants: {
        start: () => rows[0],
        filter: (word) => rows.find(({ title }) => title.includes(word)),
        sort: () => byNewest[0],
      },
    };
  }
  function ours() {
    const element = Object.assign(document.createElement('zwgk-catalogue'), { catalogue, view: 'table' });
    root.append(element);
    const oldest = () => rows.reduce((least, row) => (row.publishedAt < least.publishedAt ? row : least), rows[0]);
    return {
      first: () => element.shadowRoot?.querySelector('tbody td')?.textContent,
      filter: (word) => void (element.query = word),
      // Newest first is how it begins; the other way round costs the same.
      sort: () => void (element.sort = 'oldest'),
      wants: {
        start: () => byNewest[0],
        filter: (word) => byNewest.find(({ title }) => title.includes(word)),
        sort: oldest,
      },
    };
  }
  let made;
  const frame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', resolve);
        channel.port1.start();
        channel.port2.postMessage(0);
      }),
    );
  async function until(number) {
    const end = performance.now() + 20000;
    for (;;) {
      await frame();
      if (!number || made.first() === number) return;
      if (performance.now() > end) throw new Error(`never saw ${number}, but ${made.first()}`);
    }
  }
  globalThis.bench = {
    make: { 'by hand': byHand, 'zwgk-catalogue': ours },
    wanted: undefined,
    idle: () => until(),
    prepare(what, word) {
      this.wanted = what === 'start' ? undefined : made.wants[what](word).indexNumber;
    },
    start: async (name) => {
      made = bench.make[name]();
      await until(made.wants.start().indexNumber);
    },
    filter: async (word) => {
      made.filter(word);
      await until(bench.wanted);
    },
    sort: async () => {
      made.sort();
      await until(bench.wanted);
    },
    settle: () => new Promise((resolve) => setTimeout(resolve, 1200)),
  };
}

/** Longest tasks of the main thread while the text index is built, as the page itself sees them. */
const watchLong = () => {
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
  }).observe({ type: 'longtask' });
};

export async function run() {
  const server = createServer((request, response) => {
    if (request.url === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body><script src="/zwgk-catalogue.js"></script>',
      );
      return;
    }
    try {
      const file = path.join(cdn, path.normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)));
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.end(readFileSync(file));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const names = ['by hand', 'zwgk-catalogue'];
  const samples = Object.fromEntries(names.map((name) => [name, {}]));
  const note = (name, key, value) => (samples[name][key] ??= []).push(value);
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const browser = await launch({ executablePath: findBrowser(), args: chromiumFlags });
      try {
        for (let k = 0; k < names.length; k++) {
          const name = names[(k + round) % names.length];
          const page = await browser.newPage();
          await page.setViewport({ width: 1280, height: 800 });
          await page.goto(`http://127.0.0.1:${server.address().port}/`);
          const cdp = await page.createCDPSession();
          await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
          const busy = async () =>
            (await cdp.send('Performance.getMetrics')).metrics.find((metric) => metric.name === 'TaskDuration').value *
            1e3;
          const heap = async () => {
            await cdp.send('HeapProfiler.enable');
            for (let i = 0; i < 2; i++) await cdp.send('HeapProfiler.collectGarbage');
            await cdp.send('HeapProfiler.disable');
            const { usedSize, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage');
            return (usedSize + backingStorageSize) / 2 ** 20;
          };
          const cost = async (work) => {
            const before = await busy();
            await page.evaluate(work);
            return (await busy()) - before;
          };
          await page.evaluate(`(${inPage})(${COUNT})`);
          const bare = await heap();
          const idle = Math.min(await cost('bench.idle()'), await cost('bench.idle()'));
          const timed = async (key, work) => note(name, key, Math.max(0, (await cost(work)) - idle));
          await timed('first rows', `bench.start(${JSON.stringify(name)})`);
          await page.evaluate('bench.settle()');
          await page.evaluate(watchLong);
          for (const [i, word] of ['危房', '招聘', '水库'].entries()) {
            await page.evaluate(`bench.prepare('filter', '${word}')`);
            await timed(i ? 'filter' : 'first filter', `bench.filter('${word}')`);
            await page.evaluate(`bench.wanted = undefined; bench.filter('')`);
          }
          note(name, 'longest task', await page.evaluate('longest'));
          await page.evaluate(`bench.prepare('sort')`);
          await timed('sort', 'bench.sort()');
          note(name, 'memory', (await heap()) - bare);
          await page.close();
        }
      } finally {
        await browser.close();
      }
    }
  } finally {
    server.close();
  }
  const base = samples[names[0]];
  const digits = (value) => Number(value.toPrecision(3));
  return names.flatMap((name) => {
    const own = samples[name];
    const row = { name };
    for (const key of ['first rows', 'first filter', 'filter', 'sort']) {
      row[`${key} ms`] = digits(median(own[key]));
      row[`${key} ×`] = digits(median(own[key].map((value, i) => value / base[key][i])));
    }
    row['memory MB'] = digits(median(own.memory));
    row['longest task ms'] = digits(median(own['longest task']));
    return row;
  });
}
