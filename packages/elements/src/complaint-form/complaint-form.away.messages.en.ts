import type { AwayTable } from './complaint-form.away.messages.js';

const en: AwayTable = {
  officials:
    'To report breaches of discipline or crimes in office by public officials, please do not use this page, which protects you less: call 12388, the line of the discipline inspection, or ',
  officialsHere: 'use the page made for it',
  officialsEnd: 'use the website of the discipline inspection for reports',
  officialsOwn:
    'Breaches of discipline and crimes in office by public officials can also be reported to 12388, the line of the discipline inspection.',
  title: 'Please report on the page of the service itself',
  why: 'This is not a page of the service, and programs on it might read what you write. To protect you, reports are not taken here; please do not write one on this page.',
  link: 'To the page for reports (opens a new window)',
  stop: '.',
};
export default en;
