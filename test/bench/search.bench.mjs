/**
 * Search in 100,000 titles: our index beside a joined `indexOf` scan, recall and precision asserted; pinyin initials
 * beside pinyin-pro's initials of each title. Builds take turns, and ratios are taken within a round.
 */
import assert from 'node:assert/strict';
import { createTextIndex, fold } from '@zwgk/client/catalogue';
import { pinyin } from 'pinyin-pro';
import { createInitialsIndex } from '../../packages/client/dist/catalogue/initials.js';
import { median, percentile, race } from './rounds.mjs';

/** Titles as disclosure catalogues have them, made from parts by a seeded generator. */
function makeTitles(count, seed = 20240711) {
  let state = seed;
  const pick = (list) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[state % list.length];
  };
  const towns = '青石 稻溪 白塔 沙湾 双桥 柳林 石栗 上埠 竹坞 前坪 苇塘 油坊 枫岭 禾场'
    .split(' ')
    .flatMap((name) => ['镇', '乡', '街道'].map((kind) => name + kind));
  const bodies =
    '人民政府 财政所 农业农村局 民政局 自然资源局 教育局 卫生健康局 住房和城乡建设局 应急管理局 市场监督管理局'.split(
      ' ',
    );
  const verbs = '印发 公布 转发 开展 做好 调整 加强 下达 公示 解读'.split(' ');
  const things =
    '农村人居环境整治补助资金 最低生活保障对象 行政权力清单 城乡居民医疗保险缴费 高标准农田建设项目 义务教育招生 森林防灭火 食品安全监督抽检 残疾人两项补贴 公共租赁住房分配 政府采购意向 水土保持方案 安全生产专项检查 预算公开'.split(
      ' ',
    );
  const chars = [...'安北昌成大道恩丰福广海和宏怀吉建锦康龙茂宁平庆瑞盛泰旺祥兴永远源柏柳杨李王张刘陈赵周吴郑'];
  const ends = '的通知 的公告 的实施方案 的通报 情况说明 名单 工作总结 的批复'.split(' ');
  return Array.from(
    { length: count },
    (_, i) =>
      `${pick(towns)}${pick(bodies)}关于${pick(verbs)}${pick(chars)}${pick(chars)}村${2016 + (i % 11)}年${pick(things)}${pick(ends)}${i % 7 ? '' : `（第${i % 97}批）`}`,
  );
}

/** Two to four characters as readers type them: most are cut out of titles, one in ten stands in none. */
function makeQueries(titles, count = 120) {
  let state = 7;
  const next = (size) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % size;
  const found = [];
  while (found.length < count) {
    const title = titles[next(titles.length)];
    const length = 2 + next(3);
    const at = next(title.length - length);
    const query = found.length % 10 === 9 ? '不存在的词'.slice(0, length + 1) : title.slice(at, at + length);
    if (/^[\u4e00-\u9fff]+$/.test(query)) found.push(query);
  }
  return found;
}

export async function run() {
  const titles = makeTitles(100_000);
  const folded = titles.map(fold);
  const queries = makeQueries(titles);
  const scan = (word) => {
    const hits = [];
    for (let i = 0; i < folded.length; i++) if (folded[i].includes(word)) hits.push(i);
    return hits;
  };
  const joined = folded.join('\n');
  const starts = new Uint32Array(folded.length);
  for (let i = 1; i < folded.length; i++) starts[i] = starts[i - 1] + folded[i - 1].length + 1;
  const joinedScan = (word) => {
    const hits = [];
    let row = 0;
    for (let at = joined.indexOf(word); at >= 0; at = joined.indexOf(word, starts[row] ?? joined.length)) {
      while (row + 1 < starts.length && starts[row + 1] <= at) row++;
      hits.push(row++);
      if (row >= starts.length) break;
    }
    return hits;
  };

  const begin = performance.now();
  const index = await createTextIndex(titles.length, (row) => [titles[row]]);
  const build = performance.now() - begin;
  for (const query of queries) {
    const expected = scan(fold(query));
    assert.deepEqual([...(await index.search(fold(query)))], expected, `every hit and no other: ${query}`);
    assert.deepEqual(joinedScan(fold(query)), expected);
  }

  const ours = [];
  const theirs = [];
  for (let round = 0; round < 7; round++)
    for (const query of queries) {
      const word = fold(query);
      const a = performance.now();
      joinedScan(word);
      const b = performance.now();
      await index.search(word);
      theirs.push(b - a);
      ours.push(performance.now() - b);
    }
  const row = (name, times) => ({
    name,
    'p50 ms': +median(times).toFixed(3),
    'p95 ms': +percentile(times, 0.95).toFixed(3),
  });
  const spoken = titles.slice(0, 20_000);
  const lettersOf = (title) => pinyin(title, { pattern: 'first', toneType: 'none', separator: '' });
  const builds = await race(
    {
      'pinyin-pro initials, 20,000 titles, joined': () => void spoken.map(lettersOf).join('\n'),
      'zwgk initials index, 20,000 titles': () => createInitialsIndex(spoken.length, (i) => [spoken[i]]),
    },
    { rounds: 5 },
  );
  const initials = await createInitialsIndex(spoken.length, (i) => [spoken[i]]);
  let wanted = 0;
  let found = 0;
  let given = 0;
  const letters = spoken.map(lettersOf);
  for (const query of queries) {
    const word = lettersOf(query);
    if (!/^[a-z]+$/.test(word)) continue;
    const right = new Set(letters.flatMap((text, i) => (text.includes(word) ? [i] : [])));
    const hits = initials.search(word);
    wanted += right.size;
    given += hits.length;
    found += [...hits].filter((hit) => right.has(hit)).length;
  }
  assert.ok(found / wanted >= 0.995, 'recall of initials');

  return [
    row('joined indexOf scan', theirs),
    {
      ...row('zwgk text index', ours),
      'p50 × scan': +(median(ours) / median(theirs)).toFixed(3),
      'p95 × scan': +(percentile(ours, 0.95) / percentile(theirs, 0.95)).toFixed(3),
      'build ms': Math.round(build),
      'index MB': +(index.bytes / 1e6).toFixed(1),
    },
    ...builds,
    {
      name: 'zwgk initials',
      'recall %': +((100 * found) / wanted).toFixed(2),
      'precision %': +((100 * found) / given).toFixed(2),
    },
  ];
}
