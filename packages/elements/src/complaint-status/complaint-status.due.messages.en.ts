import type { DueTable } from './complaint-status.due.messages.js';

const en: DueTable = {
  unit: { workingDays: ' working days', calendarDays: ' days', months: ' months' },
  start: { received: 'receipt', accepted: 'acceptance', closed: 'closing', answered: 'the written answer' },
  rule: (start, value, unit, basis) => `Rule: ${value}${unit} from ${start}${basis ? ` (basis: ${basis})` : ''}.`,
  first: (from, first) => `${from} itself is not counted; the count begins on ${first} (Civil Code, Article 201).`,
  counted: (to, days) => `${to} is working day ${days}.`,
  span: (to, days) => `${days} days in a row, ending on ${to}.`,
  weekend: (days) => `Not counted: ${days} weekend days`,
  holiday: (name, days, count) => `${name} (${days}), ${count} days`,
  makeUp: (days) => `Worked in exchange for a holiday, and counted: ${days}.`,
  range: (from, to) => `${from} to ${to}`,
  rolled: (day) => `The last day, ${day}, is a day of rest, so the next working day counts (Civil Code, Article 203).`,
  extended: (value, unit) => `An extension of ${value}${unit} is included.`,
  paused: (days) => `${days} days of waiting, e.g. for material, are not counted.`,
  capped: (basis) => `Brought forward to the longest time that the law allows${basis ? ` (basis: ${basis})` : ''}.`,
  uncertain: (day) => `The holidays after ${day} have not been announced; the date is provisional and may move.`,
  plain: (from, to, working, days) =>
    `From the day after ${from} to ${to}: ${days} days, ${working} of them working days.`,
  and: '; ',
  comma: ', ',
  end: '.',
  holidayName: {
    newYear: 'New Year',
    springFestival: 'Spring Festival',
    qingming: 'Qingming',
    labourDay: 'Labour Day',
    dragonBoat: 'Dragon Boat Festival',
    midAutumn: 'Mid-Autumn Festival',
    nationalDay: 'National Day',
    victoryDay: 'Victory Day',
  },
};
export default en;
