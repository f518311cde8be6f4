/** What the service prints when it starts and ends. */
export const messages = {
  opening: (place: string) => `正在打开数据库（${place}）……`,
  firstStart: '首次启动需要几秒钟建立数据库。',
  loaded: (documents: number) => `已载入 ${documents} 份公开文件。`,
  token: (token: string) => `工作人员令牌（管理员），只显示这一次，请妥善保管：\n  ${token}`,
  ready: (address: string) => `服务已启动：${address}`,
  stop: '按 Ctrl-C 停止服务。',
  purged: (count: number) => `保存期限已到，已删除 ${count} 件来信的内容。`,
  swept: (count: number) => `已删除 ${count} 个超过24小时未随信提交的附件。`,
  closing: '正在停止服务……',
  closed: '服务已停止。',
  locked: (folder: string, pid: number) =>
    `数据文件夹 ${folder} 正由另一个进程（${pid}）使用。请先停止该进程，或者用 ZWGK_DATA 指定另一个文件夹。`,
  portTaken: (port: number) => `端口 ${port} 已被占用。请停止占用它的程序，或者用 PORT 指定另一个端口。`,
  badPort: (port: string) => `PORT 的值“${port}”不是 0 到 65535 之间的整数。`,
  badLimits: 'ZWGK_LIMITS 的内容有误，应为 JSON，例如 {"create":{"max":20,"seconds":600}}。',
  wrongSecret: '密钥与数据库不相符：请恢复原来的 secret 文件或 ZWGK_SECRET，否则无法读取已有来信。',
  wrongKey: 'ZWGK_SIGNING_KEY（或 signing-key.pem）不是 P-256 曲线的 PEM 私钥，无法为回执签名。',
  badOrigin: 'ZWGK_ORIGIN 的内容有误，应为服务的公开地址，例如 https://xin.example.gov.cn。',
  shortSecret: 'ZWGK_SECRET 过短，至少需要32个字节。',
  noSource: (folder: string) => `找不到数据文件夹：${folder}`,
  failed: '启动失败：',
};
