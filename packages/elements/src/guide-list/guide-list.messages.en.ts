import type { GuideListTable } from './guide-list.messages.js';

const table: GuideListTable = {
  title: 'Guides to services',
  found: (count, shown) => `${count} guides${shown < count ? `, ${shown} of them listed` : ''}`,
  left: (count) => ` (${count} further entries have defects and are not listed)`,
  empty: 'There are no guides yet.',
  plain: 'Search and filters cannot be used now. Check the network and reload the page.',
  more: (count) => `List ${count} more`,
  back: 'Back to the list',
  suspended: 'Suspended',
  cancelled: 'Abolished',
};
export default table;
