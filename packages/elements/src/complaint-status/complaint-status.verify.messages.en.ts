import type { VerifyTable } from './complaint-status.verify.messages.js';

const en: VerifyTable = {
  hint: 'Paste the receipt that you saved, or the signature in it, or choose its file. It is verified on your device and not sent anywhere.',
  label: 'Receipt or signature',
  file: 'File of the receipt (text)',
  verify: 'Verify',
  good: 'Verified: the service signed this receipt, and it has not been changed since.',
  compare: 'Please compare this with the receipt in your hands.',
  ticketNo: 'Number',
  org: 'Received by',
  submittedAt: 'Received',
  dueAt: 'Due',
  failed: {
    unsupported: 'This page has no secure connection (HTTPS), so the browser cannot verify. Use a page that has.',
    format: 'There is no signature in it. Paste the whole receipt.',
    key: 'Not verified: signed with a key that the service does not publish.',
    signature: 'Not verified: the receipt was changed after it was signed, or this service did not sign it.',
    network: 'The keys of the service could not be fetched. Check the network and try again.',
  },
};
export default en;
