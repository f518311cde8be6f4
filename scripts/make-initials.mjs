/**
 * Writes `packages/client/src/catalogue/initials-table.ts` with pinyin-pro: the first letter of the pinyin of each
 * character of GB 2312, in the order of that standard, and the pairs of characters in which one is read otherwise.
 */
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const lettersOf = (text) => pinyin(text, { pattern: 'first', toneType: 'none', separator: '' });
const decoder = new TextDecoder('gbk');
let letters = '';
for (let row = 16; row < 88; row++)
  for (let cell = 1; cell < 95; cell++) {
    const char = decoder.decode(Uint8Array.of(160 + row, 160 + cell));
    const letter = /^[\u4e00-\u9fff]$/.test(char) ? lettersOf(char) : '.';
    letters += /^[a-z]$/.test(letter) ? letter : '.';
  }

/** Words of official texts with characters that have more than one reading; only those that need it are kept. */
const words =
  `银行 行业 分行 支行 央行 总行 商行 农行 行长 同行 会计 财会 重庆 重复 重新 重阳 重组 重建 重构 重叠 双重 多重
  长期 长江 长沙 长春 长效 长征 长远 长城 长度 长廊 延长 特长 校长 部长 局长 县长 乡长 镇长 村长 站长 院长 所长 家长 成长
  增长 生长 厅长 市长 省长 区长 组长 处长 科长 会长 河长 林长 田长 链长 调整 调解 调节 调剂 调研 调查 调度 调动 调控 调配
  调离 失调 协调 抽调 强调 曲调 反省 率先 表率 草率 效率 利率 税率 音乐 乐器 乐团 娱乐 朝阳 曾经 单县 校对 校准 校验 大厦
  厦门 西藏 宝藏 藏族 矿藏 传记 传统 宣传 子弹 弹性 导弹 系统 关系 首都 都市 归还 偿还 还款 返还 退还 给予 供给 给水 给付
  补给 便宜 方便 便民 盛典 番禺 大夫 石材 解放 解元 下降 投降 降低 降水 种植 播种 种子 品种 作坊 仇恨 区域 勘查 查处
  仔细 厂房 广场 适合 合同 艾滋 提供 供应 参与 参加 人参 参差 称职 对称 名称 称号 相称 盛装 重点 重大 重要 重视 贵重
  车站 车辆 宿舍 星宿 暴露 下落 落实 咳嗽 折旧 折算 拓展 开拓 拓片 扎实 包扎 炸药 择优 粘贴 钥匙 核桃 稽查 稽核
  识别 标识 知识 石油 似的 相似 贾庄 纪检 纪念 价格 尽量 尽快 劲旅 干劲 颈椎 降级 见习 发现 角色 角度 解送 卡口 关卡 卡片
  会议 社会 委员会 吓唬 恐吓 行政 执行 行为 行动 发行 进行 行使 运行 试行 现行 施行 推行 出行 畅行 巡行 行程 行人
  六安 尉氏 蔚县 洪洞 铅山 台州 天台 乐亭 乐清 东阿 大埔 黄埔 浦东 燕山 任丘 华山 柏林 单位 单独 隗镇 莘县 莘庄 郫都
  邕宁 亳州 泷水 泌阳 枞阳 歙县 黟县 栎阳 濮阳 渑池 阚疃 繁峙 临朐 牟平 番茄 仇视 万俟 尺寸 什么 什邡 筑路 建筑 血液 血压
  吐露 呕吐 屏幕 屏障 摒弃 秘书 秘鲁 分泌 泥泞 拘泥 弄堂 玩弄 疟疾 哪里 娜塔 胖子 心广体胖 刨冰 刨除 炮制 炮弹
  期刊 奇数 奇迹 畸形 稽首 洗涤 纤维 纤夫 巷道 街巷 校园 学校 挟持 叶片 咽喉 钥匙 亲家 遗失 遗赠 殷实 应急 供养 赡养 扎根 扎染 粘土`.split(
    /\s+/,
  );
const at = new Map();
for (let i = 0; i < letters.length; i++)
  at.set(decoder.decode(Uint8Array.of(176 + Math.floor(i / 94), 161 + (i % 94))), letters[i]);
const pairs = new Set();
for (const word of words)
  for (let i = 1; i < word.length; i++) {
    const pair = word.slice(i - 1, i + 1);
    const read = lettersOf(word).slice(i - 1, i + 1);
    if (/^[a-z]{2}$/.test(read) && read !== [...pair].map((char) => at.get(char)).join('')) pairs.add(pair + read);
  }

writeFileSync(
  new URL('../packages/client/src/catalogue/initials-table.ts', import.meta.url),
  `/** 拼音首字母: made by \`scripts/make-initials.mjs\`; do not edit. */
/** A letter for each character of GB 2312 from 啊 (16-01) to 齄 (87-94); a full stop where there is none. */
export const LETTERS =
  '${letters}';
/** Two characters and how both begin, where one of them is read otherwise than alone. */
export const PAIRS =
  '${[...pairs].join('')}';
`,
);
