import type { PaperTable } from './complaint-form.paper.messages.js';

const en: PaperTable = {
  title: 'Receipt of a letter',
  pair: (label, value) => `${label}: ${value}`,
  secret: 'Code and words open your case. Tell nobody.',
  words: 'In six words',
  wordsHint: 'On the telephone or at the window read these six Chinese words in turn; they do the same as the code.',
  qrPage: 'QR code of the page for looking up',
  qrPageHint: 'Opens the page for looking up on a phone; then enter the code. The code itself is not in it.',
  qrTicket: 'QR code of the number',
  qrTicketHint: 'For the window. The code is not in it.',
  signature: 'Signature (proves the receipt; do not change it)',
  print: 'Print the receipt',
  copy: 'Copy',
  save: 'Save as a text file',
  printed: 'The print dialogue is open.',
  copied: 'Copied. Paste it where you will find it.',
  notCopied: 'Not copied. Please write it down, print or save it.',
  saved: (name) => `Saved in your downloads as ${name}`,
  verify: 'Verify the receipt',
  verifying: 'Verifying…',
  verified: {
    match: 'Verified: the service signed this receipt, for the letter that you sent.',
    mismatch: 'The signature is good, but not for the letter that you sent. Please contact the body.',
    signature: 'Not verified: the receipt does not match its signature. Please contact the body.',
    key: 'Not verified: it was signed with a key that the service does not publish. Please contact the body.',
    format: 'This receipt has no signature that can be verified.',
    unsupported:
      'This page has no secure connection (HTTPS), so the browser cannot verify. Save the receipt and verify it on a page that has.',
    network: 'The keys of the service could not be fetched. Check the network and try again.',
  },
};
export default en;
