/** What the doctor (嵌入体检) says: for each finding what it is and what to do about it. For web developers, in Chinese. */
export const doctorMessages = {
  ie: () => [
    '浏览器正在用 IE 内核',
    '组件不会运行，显示的是标签内的内容。请用浏览器的“极速模式”，并在页面加 <meta name="renderer" content="webkit">。',
  ],
  kernel: (now: string, floor: string) => [
    `浏览器内核 ${now} 低于 ${floor}`,
    '组件的部分功能不能用。请升级浏览器；页面上标签内的内容仍可阅读。',
  ],
  quirks: () => [
    '页面没有 <!DOCTYPE html>，浏览器按怪异模式显示',
    '组件不受影响；页面自己的表格字号、高度会与标准模式不同。条件允许时在第一行加 <!DOCTYPE html>。',
  ],
  charsets: (header: string, meta: string) => [
    `服务器声明编码 ${header}，页面声明 ${meta}，两者不一致`,
    '浏览器以服务器声明为准。请改服务器配置（如 nginx 的 charset、Tomcat 的 contentType），或把文件转成服务器声明的编码。',
  ],
  encoding: (used: string) => [
    `页面字节不是有效的 ${used} 文本`,
    '文件实际编码与声明不同，汉字会显示为乱码。请按声明的编码重新保存文件。',
  ],
  noCharset: () => ['页面和服务器都没有声明编码', '请在 <head> 最前面加 <meta charset="utf-8">（GBK 页面写 gbk）。'],
  gbk: (used: string) => [
    `页面编码是 ${used}`,
    '组件脚本是纯 ASCII，不会乱码。写在标签内的 JSON 与页面同编码保存；外部 JSON 文件一律用 UTF-8。',
  ],
  lang: () => ['<html> 没有 lang 属性', '写成 <html lang="zh-CN">：读屏软件据此选择中文发音，组件据此选择语言。'],
  viewport: () => [
    '页面没有 viewport 声明，手机上按桌面宽度缩小显示',
    '在 <head> 加 <meta name="viewport" content="width=device-width, initial-scale=1">。',
  ],
  renderer: () => [
    '没有声明双核浏览器使用极速内核',
    '在 <head> 加 <meta name="renderer" content="webkit"> 和 <meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">。',
  ],
  compatible: (value: string) => [
    `X-UA-Compatible 要求旧内核：${value}`,
    '360 等双核浏览器会因此退回 IE 内核，组件不会运行。请改为 IE=edge,chrome=1。',
  ],
  rootFont: (size: string) => [
    `页面根字号为 ${size}`,
    '组件字号不随它变化，由 --zwgk-font-size 决定（默认 16px），无需处理。',
  ],
  insecure: () => [
    '页面不是 https',
    '浏览器在 http 页面不提供“复制”“离线验证回执”等能力，其余功能正常。建议启用 https。',
  ],
  base: (href: string) => [
    `页面有 <base href="${href}">`,
    '标签里的相对地址都按它解析。若文档加载失败，请改用以 / 开头的地址。',
  ],
  scriptPolicy: (origin: string) => [
    `安全策略（CSP）不允许加载组件脚本`,
    `在 script-src 中加 ${origin}。组件不需要 'unsafe-inline' 和 'unsafe-eval'。`,
  ],
  connectPolicy: (origin: string) => ['安全策略（CSP）不允许组件读取数据', `在 connect-src 中加 ${origin}。`],
  trustedTypes: () => ['页面启用了 Trusted Types', '组件不写入 HTML 文本，无需为它增加策略。'],
  stopped: (what: string) => [`安全策略（CSP）拦截了：${what}`, '请按所列指令放行组件脚本和数据所在的来源。'],
  stoppedInline: (what: string) => [
    `安全策略（CSP）拦截了页面自己的内联内容：${what}`,
    '与组件无关，组件没有内联脚本和样式，不必为它放宽策略。jQuery 1.x 启动时的试探也会出现在这里，不影响使用；页面自己的 onclick、style 等不起作用时，请移到文件里。',
  ],
  objectKeys: (names: string) => [
    `页面扩展了 Object.prototype：${names}`,
    '页面上任何 for…in 循环都会多出这些名称。组件不受影响；建议改用 Object.defineProperty 的不可枚举属性。',
  ],
  arrayKeys: (names: string) => [
    `页面扩展了 Array.prototype：${names}`,
    '常见于 prototype.js 等旧脚本。组件不受影响；页面自己的 for…in 会受影响。',
  ],
  replaced: (names: string) => [
    `页面替换了浏览器自带的函数：${names}`,
    '常见于旧的兼容脚本。若组件报错，请先停用这些脚本，或升级到新版本。',
  ],
  json: () => [
    'JSON.stringify 的结果被改变（数组变成了文本）',
    '常见于 prototype.js 1.6 的 Array.prototype.toJSON。页面自己用 JSON 提交的内容会出错，请删除该方法：delete Array.prototype.toJSON。',
  ],
  libraries: (names: string) => [
    `页面上的其他脚本：${names}`,
    '已知可与组件共用；用 jQuery 可写 $(组件).on("zwgk-…", 处理函数)。',
  ],
  sandbox: (missing: string) => [
    `页面在受限的框架（sandbox）中，缺少 ${missing}`,
    '请在 <iframe sandbox="…"> 中补上；缺 allow-scripts 时组件不会运行。',
  ],
  noScript: () => [
    '页面上有组件标签，但没有加载组件脚本',
    '在 </body> 前加 <script src="/zwgk/zwgk.js" charset="utf-8"></script>（地址换成脚本所在目录）。',
  ],
  noTag: () => [
    '页面上没有组件标签',
    '请写 <zwgk-guide-card src="guide.json"></zwgk-guide-card> 等标签；编辑器若删除了标签，可用 <div data-zwgk="guide-card" data-src="guide.json"></div>。',
  ],
  versions: (folders: string) => [
    `从多个位置加载了组件脚本：${folders}`,
    '先加载的生效，后加载的不起作用。请只保留一处，避免版本混用。',
  ],
  twice: (file: string) => [`组件脚本加载了两次：${file}`, '不影响使用，但浪费流量。请删去一处。'],
  failed: (address: string, status: number, type: string) => [
    `加载失败：${address}${status ? `（${status}）` : ''}${type ? `，类型为 ${type}` : ''}`,
    type
      ? '服务器应以 text/javascript 或 application/json 发送；返回网页（text/html）多半是地址写错。'
      : status === 404
        ? '文件不在这个地址。请检查目录和大小写。'
        : '请检查地址、网络和跨域设置。',
  ],
  unknownTag: (at: string, tag: string, meant: string) => [
    `${at}：没有 <${tag}> 这个组件`,
    meant ? `是不是 <${meant}>？` : '请对照组件清单检查名称。',
  ],
  selfClosed: (at: string, tag: string) => [
    `${at}：<${tag} /> 不能自闭合`,
    `浏览器会把后面的内容都当成它的内容。请写成 <${tag}></${tag}>。`,
  ],
  strange: (at: string, tag: string, name: string, meant: string) => [
    `${at}：<${tag}> 没有 ${name} 属性`,
    meant ? `是不是 ${meant}？` : '请对照组件文档检查属性名。',
  ],
  inlineJson: (at: string, tag: string, why: string) => [
    `${at}：<${tag}> 的 JSON 有错：${why}`,
    '请用 JSON 检查工具改正；常见原因是全角引号、末尾多逗号、漏引号。',
  ],
  empty: (at: string, tag: string) => [
    `${at}：<${tag}> 没有指定数据`,
    '请写 src="文档地址"，或编号属性，或在标签内放 <script type="application/json">。',
  ],
  unprovided: (at: string, tag: string) => [
    `${at}：<${tag}> 不知道向谁取数据`,
    '请在外面包一层 <zwgk-provider api="/api/v1"> 或 <zwgk-provider files="/files">。',
  ],
  undefinedTag: (at: string, tag: string) => [
    `${at}：<${tag}> 的脚本没有运行`,
    '请看上面的“加载失败”“拦截”各项；都没有时，看浏览器控制台的第一条错误。',
  ],
  says: (at: string, tag: string, says: string) => [
    `${at}：<${tag}> 提示“${says}”`,
    '请检查它所引用的文档：可用 npx zwgk check 检查数据文件。',
  ],
  busy: (at: string, tag: string) => [`${at}：<${tag}> 仍在加载`, '数据或网络较慢。若一直如此，请看“加载失败”各项。'],
  unseen: (at: string, tag: string) => [
    `${at}：<${tag}> 看不见（尺寸为 0 或被隐藏）`,
    '请检查外层的 display、height、visibility；放在选项卡里的，切换后会正常显示。',
  ],
  cut: (at: string, tag: string, height: number) => [
    `${at}：<${tag}> 被高 ${height}px 的外层裁掉`,
    '请去掉外层的固定高度，或改为 min-height，或加 overflow:auto。',
  ],
  mixed: (at: string, address: string) => [
    `${at}：https 页面引用了 http 地址 ${address}`,
    '浏览器会拦截。请改成 https 或同站地址。',
  ],
  foreign: (at: string, address: string) => [
    `${at}：数据来自其他网站 ${address}`,
    '对方须允许跨域（CORS）。建议在本站用反向代理转成同站地址，见嵌入指南。',
  ],
} as const satisfies Record<string, (...args: never[]) => readonly [string, string]>;
export type FindingCode = keyof typeof doctorMessages;

export const doctorWords = {
  title: '嵌入体检',
  none: '没有发现问题。',
  count: (errors: number, warnings: number, notes: number) =>
    `错误 ${errors} 项，警告 ${warnings} 项，说明 ${notes} 项`,
  level: { error: '错误', warning: '警告', info: '说明' },
  copy: '复制报告',
  copied: '已复制',
  close: '关闭',
} as const;

/** A report as plain text, a finding in two lines. */
export const reportOf = (
  findings: readonly { readonly level: keyof typeof doctorWords.level; readonly title: string; readonly fix: string }[],
): string =>
  findings.length
    ? findings.map(({ level, title, fix }) => `[${doctorWords.level[level]}] ${title}\n       ${fix}`).join('\n')
    : doctorWords.none;
