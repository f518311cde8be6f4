/** Texts for files on their way. */
import { messages } from './messages.js';

export const attachmentTable = {
  checking: '正在检查……',
  waiting: '等待上传',
  proving: '正在进行防机器人校验……',
  sending: (percent: number) => `正在上传，已完成${percent}%`,
  done: '已上传',
  cleaned: '已上传，照片中的拍摄地点、时间和设备信息已去除',
  again: '上次没有传完。请重新选择同一个文件，将接着上传。',
  progress: (name: string) => `${name}的上传进度`,
  began: (name: string) => `开始上传${name}`,
  half: (name: string) => `${name}已上传一半`,
  finished: (name: string) => `${name}上传完成`,
  removed: (name: string) => `已删除${name}`,
  resume: '继续上传',
  cancel: '取消上传',
  remove: '删除',
  dismiss: '知道了',
  pair: (verb: string, name: string) => `${verb}：${name}`,
  /** Why a file was not taken, or has stopped. */
  why: {
    too_many: '最多添加5个附件，这个文件没有添加',
    file_type: '不支持这种文件，或者文件内容与扩展名不一致，没有添加',
    file_size: '超过10MB，没有添加。可以压缩或者分成几个文件',
    file_empty: '文件是空的，没有添加',
    file_active: '文件含有宏、脚本或者可疑内容，没有添加。可以另存为PDF或者图片后再上传',
    file_archive: '文件是加密的或者压缩异常，没有添加。请去掉密码后再上传',
    file_broken: '文件损坏或者不能读取，没有添加',
    network: '网络中断，已停止。网络恢复后会接着上传',
    timeout: '等待时间过长，已停止',
    server: '受理系统暂时出现故障，已停止。可以稍后继续',
    conflict: '上传次序有误，已停止。可以继续',
    invalid_response: '没有收到有效的回音，已停止。可以继续',
    rate_limited: '上传过于频繁，已停止。请稍后继续',
    refused: '受理系统没有接收这个文件',
    not_found: '受理系统现在不接收附件',
    invalid_input: '文件不符合受理系统的要求，没有添加',
    aborted: '已停止',
  },
};
export type AttachmentTable = typeof attachmentTable;
export const attachmentMessages = messages<AttachmentTable>('attachments', attachmentTable, {
  en: () => import('./attachments.messages.en.js'),
});
