/** What `zwgk` says, in Chinese. */
export const messages = {
  usage:
    '用法：\n  zwgk build <数据文件夹> <输出文件夹>   生成静态数据包和无脚本网页片段（html/），以及订阅、站点地图、下载\n      --base <地址>         输出文件夹的完整网址；写了才生成 RSS 和 sitemap.xml\n      --page <地址>         目录页的网址，没有链接的条目指向那里\n      --files <地址>        数据包在网站上的地址，片段从那里取数据；不写则数据放在片段里\n      --api <地址>          服务地址；写了才生成网上来信、来信查询的表单\n      --embed <地址>        组件脚本所在地址；写了才生成供 iframe 使用的网页（embed/）\n      --guide-page <地址>   办事指南单独网页的地址，{id} 代表编号\n  zwgk check <数据文件夹>                检查数据，列出问题\n      --today <日期>        按这一天检查更新是否及时，如 2026-12-01；不写则按今天\n  zwgk import <文件> [输出文件或数据文件夹]   把 Excel（xlsx）、CSV、网页表格、BPMN、Mermaid 转成数据文件，逐处说明问题\n      --as <类型>           catalogue 目录、standard 标准目录、flowchart 流程图、guide 办事指南；不写则自动判断\n      --force               覆盖已有的文件\n  zwgk doctor <网址或网页文件> [--root <网站根目录>]   检查网页嵌入是否正确',
  noFolder: (folder: string) => `找不到文件夹：${folder}`,
  checked: (files: number, findings: number, advice: number) =>
    `共检查 ${files} 个文件，${findings ? `发现 ${findings} 处问题` : '未发现问题'}${advice ? `，另有 ${advice} 处建议核对` : ''}。`,
  empty: '文件夹中没有可用的数据文件（guides、flowcharts、powers、catalogues、letters.json）。',
  built: (files: number, folder: string) => `已生成 ${files} 个文件：${folder}`,
  badDay: (day: string) => `日期不对：${day}。应写成 2026-12-01 的样子。`,
  badBase: (base: string) => `网址不对：${base}。请写完整网址，例如 --base https://www.example.gov.cn/files/`,
  needsBase: (left: readonly ('rss' | 'sitemap')[]) =>
    `未生成 ${left.map((one) => ({ rss: 'RSS', sitemap: 'sitemap.xml' })[one]).join('、')}：其中的链接须为完整网址。请加 --base https://网站地址/文件夹/ 后再运行。`,
  leftOut: (subject: string, id: string) => `未发布：${subject}/${id}（单位内部公开或编号不能用作文件名）`,
  unusable: '该文件未能使用。',
  fault: {
    encoding: () => '不是 UTF-8 编码，未能使用。请用记事本打开，“另存为”时编码选 UTF-8。',
    json: (near?: string) =>
      `不是正确的 JSON${near ? `，错在${near}` : ''}。常见原因：用了中文引号、逗号、冒号，最后一项后面多了逗号，漏了引号或括号。`,
    kind: () => '表格、文档不能直接使用，没有读取。表格请先用 zwgk import 转换。',
    elsewhere: () => '没有读取：请放进 guides、flowcharts、powers 或 catalogues 文件夹。',
  },
  at: (file: string, place: string, text: string) => `${file}${place ? `，${place}` : ''}：${text}`,
  root: '整个文件',
  row: (n: number) => `第 ${n} 条`,
  issue: {
    required: '缺少必填内容',
    type: '写法不对，该写文字、数字还是列表请对照样例',
    unknown_code: '代码不在代码表中',
    too_long: '内容过长',
    too_short: '内容过短',
    too_many: '条目过多',
    too_few: '条目过少',
    too_big: '数值过大',
    too_small: '数值过小',
    format: '格式不对，请对照样例',
    characters: '含有无法显示的字符',
    url: '网址不安全或不正确',
    date: '日期写法不对，或者没有这一天，应写成 2026-03-05 的样子',
    check_digit: '校验位不对',
  } as Readonly<Record<string, string>>,
  otherIssue: (code: string) => `不符合要求（${code}）`,
};
