/** Entries as a province has them, by a seeded generator: 1,600 bodies, 18 years, 30 columns. */
export function madeEntries(count, seed = 20240711) {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const pick = (list) => list[Math.floor(next() * list.length)];
  const places =
    '青石县 稻溪镇 白塔区 沙湾县 双桥镇 柳林乡 石栗县 上埠镇 竹坞乡 前坪街道 苇塘镇 油坊乡 枫岭县 禾场镇 云泊县 龙泉镇 大桥镇 城关镇 清河街道 望江区 铁岭县 南屏镇 北坡乡 东陵区 西渡镇 梅林街道 桃源县 松岗镇 杏花村 白沙乡 石门县 磐安县 霍山县 宁陕县 稻城县 凤凰县 丹寨县 平遥县 柘城县 安丘市'.split(
      ' ',
    );
  const offices =
    '人民政府办公室 发展和改革局 教育局 科学技术局 公安局 民政局 司法局 财政局 人力资源和社会保障局 自然资源和规划局 生态环境局 住房和城乡建设局 交通运输局 水务局 农业农村局 商务局 文化和旅游局 卫生健康委员会 退役军人事务局 应急管理局 审计局 市场监督管理局 统计局 医疗保障局 行政审批服务局 城市管理局 信访局 林业和草原局 税务局 消防救援大队 体育局 乡村振兴局 数据资源管理局 民族宗教事务局 供销合作社 气象局 档案馆 残疾人联合会 总工会 红十字会'.split(
      ' ',
    );
  const verbs =
    '印发 公布 调整 修订 废止 下达 批复 开展 做好 加强 规范 推进 落实 核定 公示 征求 转发 明确 启动 优化'.split(' ');
  const things =
    '行政许可事项清单 权力清单和责任清单 行政处罚裁量基准 城乡居民基本医疗保险 最低生活保障标准 农村危房改造补助资金 义务教育阶段学校招生入学 公共租赁住房分配 国有土地使用权出让 建设用地规划许可 环境影响评价文件审批 安全生产专项整治 食品安全监督抽检 药品经营许可 道路运输经营许可 机动车停放服务收费 预算执行情况 部门决算公开 政府采购项目 重大建设项目批准 惠农补贴资金发放 耕地地力保护补贴 农机购置补贴 河长制工作 森林防火期 防汛抗旱应急预案 疫苗接种工作 养老服务机构备案 残疾人两项补贴 退役士兵安置 事业单位公开招聘 职称评审 就业见习岗位 不动产登记 物业服务收费 老旧小区改造 生活垃圾分类 水资源费征收 排污许可证核发 社会信用体系建设 行政复议决定 规范性文件清理 政府网站年度报表 知识产权保护 中小企业纾困 文物保护单位 非物质文化遗产名录 旅游景区质量等级 学前教育普惠 户籍迁移 居住证办理 特种行业许可 烟花爆竹禁放 地质灾害隐患点 矿产资源规划 征地补偿安置 村庄规划编制 高标准农田建设 粮食收购资格 动物防疫条件 渔业捕捞许可 取水许可 水土保持方案 林木采伐 湿地保护'.split(
      ' ',
    );
  const docs = '通知 公告 通告 意见 方案 办法 批复 报告 函 决定 公示 指南 说明 解读 计划'.split(' ');
  const marks = '安保北本昌成春德东恩发丰福高光广贵海汉恒宏华嘉建江金康科乐利良龙美明南宁平庆泉荣瑞三盛石泰塘天'.split(
    '',
  );
  const modes = ['proactive', 'proactive', 'proactive', 'onRequest'];
  const bodies = places.flatMap((place) => offices.map((office) => ({ name: place + office })));
  return Array.from({ length: count }, (_, i) => {
    const year = 2008 + Math.floor(next() * 18);
    const two = (most) => String(1 + Math.floor(next() * most)).padStart(2, '0');
    const publisher = pick(bodies);
    const doc = pick(docs);
    const name = next() < 0.5 ? `${pick(marks)}${pick(marks)}${pick(['村', '社区', '小学', '水库', '园区'])}` : '';
    return {
      indexNumber: `11341881MB0TE7T15U/${year}-${String(i).padStart(7, '0')}`,
      title: `${publisher.name}关于${pick(verbs)}${name}${pick(things)}的${doc}`,
      ...(next() < 0.3 ? { docNumber: `${publisher.name[0]}政〔${year}〕${i % 300}号` } : {}),
      publisher,
      publishedAt: `${year}-${two(12)}-${two(28)}T${two(18)}:${two(50)}:00+08:00`,
      genre: doc,
      validity: next() < 0.05 ? 'repealed' : 'valid',
      disclosureMode: pick(modes),
      catalogNodeId: `n${Math.floor(next() * 30)}`,
    };
  });
}

export const madeNodes = Array.from({ length: 30 }, (_, i) => ({ id: `n${i}`, title: `栏目${i}` }));
