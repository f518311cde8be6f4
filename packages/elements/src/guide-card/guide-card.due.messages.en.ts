import type { GuideCardDueTable } from './guide-card.due.messages.js';

const en: GuideCardDueTable = {
  due: (day) => `If accepted today: done by ${day}`,
  dueStart: (day, count, unit) =>
    `Accepted on ${day}; that day is not counted. ${count} ${unit} from the next day (Civil Code, Article 201).`,
  dueRest: (rest) => `Days of rest, not counted: ${rest}.`,
  restDays: (name, count) => `${name} ${count}`,
  dueWork: (days) => `Make-up working days, counted: ${days}.`,
  dueRolled: (day) =>
    `The period would end on ${day}, a day of rest, so it ends on the next working day (Article 203).`,
  provisional: 'The holidays of some of these days are not announced yet: the date is an estimate.',
  notCounted: (names) => `Time for these is not included: ${names}.`,
  weekend: 'weekends',
  holiday: {
    newYear: 'New Year',
    springFestival: 'Spring Festival',
    qingming: 'Qingming',
    labourDay: 'Labour Day',
    dragonBoat: 'Dragon Boat Festival',
    midAutumn: 'Mid-Autumn Festival',
    nationalDay: 'National Day',
  },
};
export default en;
