/** Traditional tables, set before they are asked for: made by `scripts/make-locales.mjs`; do not edit. */
import { catalogueMessages } from '../catalogue/catalogue.messages.js';
import { catalogueParts } from '../catalogue/catalogue.parts.messages.js';
import { awayMessages } from '../complaint-form/complaint-form.away.messages.js';
import { formMessages } from '../complaint-form/complaint-form.messages.js';
import { noticeMessages } from '../complaint-form/complaint-form.notice.messages.js';
import { paperMessages } from '../complaint-form/complaint-form.paper.messages.js';
import { similarMessages } from '../complaint-form/complaint-form.similar.messages.js';
import { dueMessages } from '../complaint-status/complaint-status.due.messages.js';
import { statusMessages } from '../complaint-status/complaint-status.messages.js';
import { verifyMessages } from '../complaint-status/complaint-status.verify.messages.js';
import { discretionMessages } from '../flowchart/flowchart.discretion.messages.js';
import { flowchartMessages } from '../flowchart/flowchart.messages.js';
import { guideCardFullMessages } from '../guide-card/guide-card.full.messages.js';
import { guideCardMessages } from '../guide-card/guide-card.messages.js';
import { guideListFindMessages } from '../guide-list/guide-list.find.messages.js';
import { guideListMessages } from '../guide-list/guide-list.messages.js';
import { attachmentMessages } from '../shared/attachments.messages.js';
import { errorMessages } from '../shared/errors.messages.js';
import { bring, inHant } from './bring.js';

bring(
  'zh-Hant',
  inHant([
    catalogueMessages,
    catalogueParts,
    awayMessages,
    formMessages,
    noticeMessages,
    paperMessages,
    similarMessages,
    dueMessages,
    statusMessages,
    verifyMessages,
    discretionMessages,
    flowchartMessages,
    guideCardFullMessages,
    guideCardMessages,
    guideListFindMessages,
    guideListMessages,
    attachmentMessages,
    errorMessages,
  ]),
);
