import type { NoticeTable } from './complaint-form.notice.messages.js';

const en: NoticeTable = {
  more: 'Notice on personal information in full',
  terms: {
    who: 'Handled by',
    purpose: 'Purpose and basis',
    what: 'Information',
    how: 'How',
    keep: 'Kept for',
    rights: 'Your rights',
  },
  whoText: (org, contact) => `${org || 'The body named on this page'}${contact ? `, contact: ${contact}` : ''}`,
  about: {
    purpose:
      'To accept, pass on, verify and answer your letter. This is needed for duties set by law (Personal Information Protection Law, Articles 13(1)(3) and 34), so no consent of yours is asked for.',
    what: 'The name, contact, text and files that you give. No identity numbers and nothing else is collected.',
    how: 'Recorded and given to the unit that handles it; only its staff can see it. If it is passed on you are told to whom.',
    keep: 'For the shortest period that the rules on archives allow after the matter is closed; then deleted.',
    rights:
      'With the query code you can see, add to and withdraw your letter. You can also ask to see, copy, correct or delete your personal information.',
  },
};
export default en;
