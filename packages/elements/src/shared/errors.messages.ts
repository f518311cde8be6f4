/** What went wrong, by the closed list of codes, and what the reader can do. Used by every element. */
import { messages } from './messages.js';

export const errorTable = {
  loading: '正在加载……',
  network: '网络连接不上，内容暂时无法显示。请检查网络后重试。',
  timeout: '等待时间过长，内容暂时无法显示。请稍后重试。',
  aborted: '加载已取消。',
  not_found: '没有找到相应的内容，可能已被移走或撤下。',
  refused: '没有权限查看或办理此内容。',
  rate_limited: '操作过于频繁，请稍后再试。',
  conflict: '当前状态下不能进行此操作，请刷新后再试。',
  invalid_input: '页面提供的内容有误，无法显示。请与网站管理员联系。',
  invalid_response: '收到的内容有误，无法显示。请稍后重试。',
  server: '服务暂时出现故障，请稍后重试。',
  partial: '部分内容有误或缺失，已略去；其余内容照常显示。',
  retry: '重试',
};
export type ErrorTable = typeof errorTable;
export const errorMessages = messages<ErrorTable>('errors', errorTable, {
  en: () => import('./errors.messages.en.js'),
});
