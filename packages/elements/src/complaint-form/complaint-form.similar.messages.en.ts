import type { SimilarTable } from './complaint-form.similar.messages.js';

const en: SimilarTable = {
  said: (count) => `${count} similar answers or guides below the title`,
  found: (count) => `Look here first: ${count} similar answers or guides`,
  hint: 'If your question is answered, there is no need to write. They are looked up on your device; nothing you typed was sent.',
  letter: 'published answer',
  guide: 'guide (opens a new window)',
  comma: ', ',
  asked: 'Question: ',
  answered: 'Answer: ',
};
export default en;
