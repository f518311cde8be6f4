/**
 * Search in 100,000 titles: our index beside a joined `indexOf` scan, recall and precision asserted; pinyin initials
 * beside pinyin-pro's initials of each title. Builds take turns, and ratios are taken within a round.
 */
import assert from 'node:assert/strict';
import { createTextIndex, fold } from '@zwgk/client/catalogue';
import { pinyin } from 'pinyin-pro';
import { createInitialsIndex } from '../../packages/client/dist/catalogue/initials.js';
import { median, percentile, race } from './rounds.mjs';

/**
 * Titles as disclosure catalogues have them: places, offices, matters, numbers and years from a seeded generator. Words
 * come as often as in real lists, a few in very many titles and most in few; names of villages, roads, companies and
 * projects are put together freely.
 */
function makeTitles(count, seed = 20240711) {
  let state = seed;
  const next = (size) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * size);
  };
  const pick = (list) => list[next(list.length)];
  /** The first of a list far more often than the last. */
  const often = (list) => list[Math.floor((next(1 << 20) / (1 << 20)) ** 2 * list.length)];
  const list = (text) => text.split(' ');
  const chars = [
    ...'安保北碧滨昌长成城春慈翠大道德东端恩泛枫凤福阜岗高冠光广桂海涵和恒横红鸿湖花华怀惠霁佳嘉坚建江锦景靖九峻康坤兰乐丽莲良林灵岭柳龙鹿绿茂梅美民明鸣牧南宁盘培平屏坪浦启千乾青清庆泉荣瑞润三桑森沙山上韶深胜石书顺松苏泰潭棠塘桃天田亭通同万旺望威温文武西溪霞仙显香祥向新兴秀旭轩雅岩阳杨耀野益银英盈永有余鱼玉元园源远岳云泽樟昭振正志中忠珠竹卓紫',
  ];
  const name = () => pick(chars) + pick(chars);
  const places = Array.from({ length: 420 }, () => name() + often(list('镇 乡 街道 县 区 市 开发区 林场')));
  const offices = list(
    '人民政府 人民政府办公室 财政局 民政局 教育局 卫生健康局 农业农村局 自然资源局 住房和城乡建设局 市场监督管理局 应急管理局 人力资源和社会保障局 生态环境局 交通运输局 水利局 医疗保障局 公安局 司法局 发展和改革局 文化和旅游局 审计局 统计局 林业局 商务局 退役军人事务局 城市管理局 科学技术局 行政审批局 税务局 气象局 信访局 消防救援大队 残疾人联合会 供销合作社 档案馆 地震台 粮食和物资储备局 公路养护中心 疾病预防控制中心 不动产登记中心 公积金管理部 机关事务中心 体育局 烟草专卖局 红十字会',
  );
  const acts = list(
    '印发 公布 开展 做好 调整 下达 公示 加强 转发 核定 推进 解读 同意 规范 撤销 成立 表彰 征求 注销 启用 废止 变更 拨付 追加 受理 批准 收回 取缔 延长 委托',
  );
  const matters = list(
    '最低生活保障 预算公开 行政权力清单 政府采购意向 城乡居民医疗保险缴费 义务教育招生 高标准农田建设 农村危房改造 公共租赁住房分配 森林防灭火 安全生产专项检查 食品安全抽检 残疾人两项补贴 水土保持方案 事业单位公开招聘 老旧小区改造 建设用地规划许可 环境影响评价 征地补偿安置 耕地地力保护补贴 农机购置补贴 防汛抗旱 疫苗接种 养老服务机构备案 取水许可 采矿权延续 小型水库除险加固 道路运输经营许可 燃气管网更新 充电设施布局 退役士兵安置 临时救助 行政处罚 产业奖补 供热价格听证 停车收费 犬只管理 烟花爆竹禁放 河道采砂 湿地保护 古树名木 文物修缮 电梯检验 集体聚餐备案 冬春饮水 秸秆利用 屠宰检疫 校车线路 职称评审 驾校培训 盐业监管 殡葬用地 加油站规划 污泥处置 伤残鉴定 渔船报废 种子抽查 桥梁检测 绿道建设 码头岸线 印章刻制 旅馆治安 献血表彰 血吸虫病 蜂农转场 彩票公益金 廉租补差 微型消防站 地名命名 门牌编制 测绘成果 雷电灾害 信鸽竞翔 校园食堂 托育机构 律师年检 公证收费 法律援助 社区矫正',
  );
  const kinds = list('通知 公告 批复 方案 公示 名单 意见 报告 通报 决定 说明 办法 复函 预案 简报 会议纪要 裁定 清册');
  const things = list(
    '村 社区 路 小学 水库 大桥 小区 泵站 卫生院 农场 园区 灌区 渡口 变电站 垃圾中转站 敬老院 渠 隧道',
  );
  const trades = list('建材 食品 医药 物流 纺织 机械 化工 电子 种业 酒业 矿业 置业 餐饮 广告 汽贸 环保');
  const number = () => '一二三四五六七八九十'[next(10)];
  const year = () => 2008 + next(18);
  const office = () => pick(places) + often(offices);
  const forms = [
    () => `${office()}关于${often(acts)}${year()}年${often(matters)}工作的${often(kinds)}`,
    () => `${office()}关于${often(acts)}${name()}${often(things)}${often(matters)}的${often(kinds)}`,
    () => `${pick(places)}${year()}年第${number()}批${often(matters)}${often(kinds)}`,
    () =>
      `关于${often(acts)}${name()}${pick(trades)}有限公司${often(matters)}的${often(kinds)}（〔${year()}〕${1 + next(900)}号）`,
    () => `${name()}${often(things)}${name()}${often(things)}${often(matters)}项目${often(kinds)}`,
    () => `${often(offices)}${year()}年${1 + next(12)}月${often(matters)}情况${often(kinds)}`,
  ];
  return Array.from({ length: count }, () => often(forms)());
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

/** By hand, for the time that building takes: for each pair of characters its rows, in typed arrays filled by counting. */
function pairIndex(titles) {
  const numbers = new Map();
  const counts = [];
  const pairs = [];
  for (const title of titles)
    for (let i = 1; i < title.length; i++) {
      const key = title.charCodeAt(i - 1) * 65536 + title.charCodeAt(i);
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = counts.push(0) - 1));
      counts[number]++;
      pairs.push(number);
    }
  const ends = new Uint32Array(counts.length);
  for (let i = 1; i < counts.length; i++) ends[i] = ends[i - 1] + counts[i - 1];
  const starts = ends.slice();
  const rows = new Uint32Array(pairs.length);
  let at = 0;
  titles.forEach((title, row) => {
    for (let i = 1; i < title.length; i++) {
      const number = pairs[at++];
      const end = ends[number];
      if (end === starts[number] || rows[end - 1] !== row) rows[ends[number]++] = row;
    }
  });
  return { numbers, starts, ends, rows };
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

  const indexBuilds = await race(
    {
      'pair index by hand, build': () => void pairIndex(titles),
      'zwgk text index, build': () => createTextIndex(titles.length, (row) => [titles[row]]),
    },
    { rounds: 7 },
  );
  const index = await createTextIndex(titles.length, (row) => [titles[row]]);
  for (const query of queries) {
    const expected = scan(fold(query));
    assert.deepEqual([...(await index.search(fold(query)))], expected, `every hit and no other: ${query}`);
    assert.deepEqual(joinedScan(fold(query)), expected);
  }

  const hits = queries.map((query) => scan(fold(query)).length);
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
      'hits, median': median(hits),
      'hits, p95': percentile(hits, 0.95),
      'index MB': +(index.bytes / 1e6).toFixed(1),
    },
    ...indexBuilds,
    ...builds,
    {
      name: 'zwgk initials',
      'recall %': +((100 * found) / wanted).toFixed(2),
      'precision %': +((100 * found) / given).toFixed(2),
    },
  ];
}
