// Reads the columns' plain text, gives each entry its metadata, document number and 索引号.
// An entry starts with `date|title|summary|options`; indented lines below it are the paragraphs of its body.
import chineseDays from 'chinese-days';
import { byId, ref, town, TOWN_USCC } from '../place.mjs';
import { twentyDays } from '../lib.mjs';

const { isWorkday } = chineseDays;

/** Small stable number from a text, so that sizes, times and gaps look natural and never change by themselves. */
const hash = (text) => {
  let h = 2166136261;
  for (const c of text) h = Math.imul(h ^ c.codePointAt(0), 16777619) >>> 0;
  return h;
};
const day = (date, by) => new Date(Date.parse(`${date}T00:00:00Z`) + by * 864e5).toISOString().slice(0, 10);
const workday = (date, direction) => {
  let d = date;
  while (!isWorkday(d)) d = day(d, direction);
  return d;
};
const workdaysBefore = (date, count) => {
  let d = date;
  for (let n = count; n > 0; ) {
    d = day(d, -1);
    if (isWorkday(d)) n--;
  }
  return d;
};

const WORDS = '低保 特困 临时救助 残疾人 高龄津贴 养老 宅基地 征地 危房改造 耕地 种粮补贴 农机 高标准农田 防汛 森林防火 地质灾害 安全生产 消防 燃气 烟花爆竹 自建房 预算 决算 绩效 政府采购 招标 中标 一卡通 公示 处罚 双随机 裁量基准 流程图 办事指南 政策解读 意见征集 医保 养老保险 就业 招聘 退役军人 法律援助 人民调解 垃圾分类 污水治理 饮水安全 河长制 林长制 秸秆 油茶 学校 疫苗 家庭医生 政务公开 年度报告 会议纪要 人居环境 道路 停水 停电 防溺水 食品安全 便民服务'.split(' ');
const MIME = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const parseOptions = (text = '') =>
  Object.fromEntries(
    text
      .split(';')
      .filter((part) => part.trim())
      .map((part) => {
        const [key, ...value] = part.trim().split('=');
        return [key, value.join('=')];
      }),
  );

/** One column: its defaults and the text of its entries. */
export const column = (node, defaults, text) => {
  const entries = [];
  for (const line of text.split('\n')) {
    if (/^\d{4}-/.test(line)) {
      const [date, title, summary, options] = line.split('|').map((part) => part.trim());
      entries.push({ node, date, title, summary, body: [], ...defaults, ...parseOptions(options) });
    } else if (line.trim()) {
      const last = entries[entries.length - 1];
      if (!last || !/^\s/.test(line)) throw new Error(`${node}: ${line}`);
      last.body.push(line.trim());
    }
  }
  return entries;
};

const CHANNELS = { web: 'govWebsite', board: 'noticeBoard', media: 'newMedia', point: 'readingPoint', hall: 'serviceCenter', station: 'convenienceStation', radio: 'broadcast', push: 'push' };

const toEntry = (raw) => {
  const date = workday(raw.date, 1);
  const h = hash(raw.title);
  const unit = byId[raw.unit ?? 'office'];
  const lag = raw.lag ? Number(raw.lag) : raw.series || raw.no ? 1 + (h % 6) : 0;
  const formed = raw.form ?? workdaysBefore(date, lag);
  const time = `${String(8 + (h % 9)).padStart(2, '0')}:${String(30 + (h >>> 8) % 30)}:00`.replace(/^1[23]:/, '15:');
  const closed = raw.mode && raw.mode !== 'proactive';
  const words = [...new Set([...(raw.words ? raw.words.split(',') : []), ...WORDS.filter((word) => raw.title.includes(word))])].slice(0, 5);
  const kinds = (raw.att ?? (raw.body.length || raw.url || closed ? '' : 'pdf')).split('+').filter(Boolean);
  return {
    key: raw.key,
    interp: raw.interp ? raw.interp.split('+') : [],
    replacedByKey: raw.by,
    series: raw.series,
    fixedNumber: raw.no,
    entry: {
      indexNumber: '',
      title: raw.title,
      ...(raw.summary && { summary: raw.summary }),
      docNumber: raw.no,
      subjectCategory: raw.cat,
      ...(raw.genre ? { genre: raw.genre } : { genre: 'other', genreText: raw.genreText ?? '公开信息' }),
      catalogNodeId: raw.node,
      publisher: ref(town),
      ...((raw.series || raw.no) && { issuer: [ref(town)] }),
      formedDate: formed,
      publishedAt: `${date}T${time}+08:00`,
      ...(raw.eff && { effectiveDate: raw.eff }),
      ...(raw.exp && { expiryDate: raw.exp }),
      validity: raw.validity ?? 'valid',
      disclosureMode: raw.mode ?? 'proactive',
      ...(raw.reason && { disclosureReason: raw.reason }),
      channels: (raw.ch ?? 'web,point').split(',').map((code) => CHANNELS[code]),
      audience: raw.aud ?? 'public',
      timeLimit: raw.limit ? { raw: raw.limit, ...(raw.limitOf ?? { kind: 'fixedDate', period: 'yearly' }) } : twentyDays,
      durationKind: raw.dur ?? 'timely',
      ...(raw.phase && { phase: raw.phase }),
      responsibleUnit: unit.name,
      ...(words.length && { keywords: words }),
      ...(raw.item && { article20Item: Number(raw.item) }),
      format: raw.format ?? (closed ? '纸质' : kinds.length ? `附件（${kinds.map((kind) => kind.toUpperCase()).join('、')}）` : '网页文本'),
      ...(raw.body.length && { body: raw.body.join('\n') }),
      ...(kinds.length && {
        attachments: kinds.map((kind, i) => ({
          id: `att-${h.toString(36)}-${i + 1}`,
          name: `${raw.file ?? raw.title}.${kind}`,
          mime: MIME[kind],
          sizeBytes: kind === 'pdf' ? 90112 + (h % 900000) : 14336 + ((h >>> i) % 60000),
        })),
      }),
      ...(raw.url && { url: raw.url }),
      ...(raw.std && { standardItem: Number(raw.std) }),
      lang: 'zh-Hans',
      ...(raw.series && { archiveId: `DX-${formed.slice(0, 4)}-${String((h % 900) + 100)}` }),
    },
  };
};

/** Entries in order of publication, newest first, with numbers issued in order of formation and publication. */
export const buildEntries = (raws) => {
  const made = raws.map(toEntry);
  const last = {};
  for (const m of [...made].sort((a, b) => (a.entry.formedDate < b.entry.formedDate ? -1 : a.entry.formedDate > b.entry.formedDate ? 1 : 0))) {
    if (!m.series) continue;
    const year = m.entry.formedDate.slice(0, 4);
    const at = `${m.series}${year}`;
    if (m.fixedNumber) {
      last[at] = Number(/〕(\d+)号/.exec(m.fixedNumber)[1]);
      continue;
    }
    // Minutes are numbered like the meeting; normative documents without gaps; of the others not every number is public.
    const meeting = /第(\d+)次/.exec(m.entry.title);
    const n = meeting ? Number(meeting[1]) : (last[at] ?? 0) + 1 + (m.series.endsWith('规') ? 0 : hash(m.entry.title) % 4);
    last[at] = n;
    m.entry.docNumber = `${m.series}〔${year}〕${n}号`;
  }
  made.sort((a, b) => (a.entry.publishedAt < b.entry.publishedAt ? -1 : a.entry.publishedAt > b.entry.publishedAt ? 1 : 0));
  const serial = {};
  const keys = {};
  for (const m of made) {
    const year = m.entry.publishedAt.slice(0, 4);
    serial[year] = (serial[year] ?? 0) + 1;
    m.entry.indexNumber = `${TOWN_USCC}/${year}-${String(serial[year]).padStart(5, '0')}`;
    if (m.key) keys[m.key] = m.entry.indexNumber;
  }
  const find = (key) => {
    if (!keys[key]) throw new Error(`no entry ${key}`);
    return keys[key];
  };
  for (const m of made) {
    if (m.interp.length) m.entry.interpretationIds = m.interp.map(find);
    if (m.replacedByKey) m.entry.replacedBy = find(m.replacedByKey);
    if (!m.entry.docNumber) delete m.entry.docNumber;
  }
  return made.reverse().map((m) => m.entry);
};
