import * as land from './land.mjs';
import * as relief from './relief.mjs';
import * as service from './service.mjs';

/** 年办件量 of a town of some thirty thousand people. */
const volumes = {
  'birth-registration': 214,
  dibao: 63,
  'disability-card': 97,
  'elder-allowance': 131,
  'food-filing': 76,
  'forest-cutting': 58,
  'pension-enrolment': 488,
  'property-transfer': 152,
  'road-occupation': 19,
  'rural-housing': 85,
  'soil-conservation': 7,
  'temporary-relief': 41,
};
export const guides = [...Object.values(relief), ...Object.values(land), ...Object.values(service)].map((guide) => ({
  ...guide,
  caseVolume: volumes[guide.id],
}));
