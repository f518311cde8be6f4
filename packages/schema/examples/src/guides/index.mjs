import * as land from './land.mjs';
import * as relief from './relief.mjs';
import * as service from './service.mjs';

export const guides = [...Object.values(relief), ...Object.values(land), ...Object.values(service)];
