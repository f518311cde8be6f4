import type { ErrorTable } from './errors.messages.js';

const en: ErrorTable = {
  loading: 'Loading…',
  network: 'There is no connection, so the content cannot be shown. Check the network and try again.',
  timeout: 'The answer took too long, so the content cannot be shown. Try again later.',
  aborted: 'Loading was cancelled.',
  not_found: 'This content was not found. It may have been moved or withdrawn.',
  refused: 'You are not allowed to see or do this.',
  rate_limited: 'Too many requests. Try again in a while.',
  conflict: 'This is not possible in the present state. Reload and try again.',
  invalid_input: 'The page provides content that is not well formed, so it cannot be shown. Tell the webmaster.',
  invalid_response: 'The content received is not well formed, so it cannot be shown. Try again later.',
  server: 'The service has a fault. Try again later.',
  partial: 'Some of the content is missing or not well formed and was left out; the rest is shown.',
  retry: 'Try again',
};
export default en;
