/** Texts of what is like the letter that is being written. */
import { messages } from '../shared/messages.js';

export const similarTable = {
  said: (count: number) => `有${count}条相近的答复或者办事指南，列在标题下方，可以展开查看`,
  found: (count: number) => `先看看：${count}条相近的答复或者办事指南`,
  hint: '如果已经解答了您的问题，就不必再写信。查找只在您的设备上进行，您输入的内容没有发送出去。',
  letter: '公开答复',
  guide: '办事指南（在新窗口打开）',
  comma: '，',
  asked: '问：',
  answered: '答：',
};
export type SimilarTable = typeof similarTable;
export const similarMessages = messages<SimilarTable>('complaint-form.similar', similarTable, {
  en: () => import('./complaint-form.similar.messages.en.js'),
});
