import type { GuideListFindTable } from './guide-list.find.messages.js';

const table: GuideListFindTable = {
  title: 'Search guides',
  searchFor: 'Name, department or code',
  search: 'Search',
  all: 'All',
  audience: 'For',
  topic: 'Subject',
  letter: 'First letter',
  sort: 'Order',
  audiences: { person: 'Individuals', org: 'Organisations' },
  sorts: { '': 'Default', used: 'Most used', title: 'By pinyin', newest: 'Latest updates' },
  letterCount: (letter, count) => `First letter ${letter}, ${count}`,
  moreTopics: 'More subjects',
  lessTopics: 'Fewer subjects',
  foundFor: (query, count, shown) =>
    `${count} guides for "${query}"${shown < count ? `, ${shown} of them listed` : ''}`,
  nothing: 'No guide meets these conditions.',
  nothingFor: (query) => `No guide for "${query}". Try other words or fewer conditions.`,
  clear: 'Clear conditions',
  list: ', ',
  online: 'Online',
  days: (count, unit) => (count ? `${count} ${count === 1 ? unit.slice(0, -1) : unit}` : 'At once'),
  unit: { workday: 'working days', day: 'days', month: 'months', year: 'years', hour: 'hours' },
};
export default table;
