/** Routes of published documents: guides, flow charts, powers, letters. */
import { FlowChart, Guide, Letter, PowerItem } from '@zwgk/schema';
import { notFound } from '../problem.js';
import type { Documents } from '../published/documents.js';
import { listQueryOf, nameOf, pageQuery, published, type Route } from './route.js';
import { GuideSummaryPage, LetterPage, SummaryPage } from './schemas.js';

const subjects = [
  { folder: 'guides', subject: 'guide', name: '办事指南', schema: Guide },
  { folder: 'flowcharts', subject: 'flowchart', name: '权力运行流程图', schema: FlowChart },
  { folder: 'powers', subject: 'power', name: '权责事项', schema: PowerItem },
] as const;

export function documentRoutes(documents: Documents): Route[] {
  return [
    ...subjects.flatMap(({ folder, subject, name, schema }): Route[] => [
      {
        method: 'GET',
        path: `/${folder}`,
        summary: `${name}: list, by id`,
        tag: folder,
        query: pageQuery,
        answer: { description: 'One page', schema: subject === 'guide' ? GuideSummaryPage : SummaryPage },
        handle: async ({ request, query }) => published(request, await documents.list(subject, listQueryOf(query))),
      },
      {
        method: 'GET',
        path: `/${folder}/:id`,
        summary: `${name}: one document, without its internal parts`,
        tag: folder,
        answer: { description: 'The document', schema },
        failures: [404],
        async handle(call) {
          const document = await documents.get(subject, nameOf(call, 'id'));
          if (document === undefined) throw notFound();
          return published(call.request, document);
        },
      },
    ]),
    {
      method: 'GET',
      path: '/letters',
      summary: '公开答复的来信: answered letters, published with consent and masked, newest first',
      tag: 'letters',
      query: pageQuery,
      answer: { description: 'One page', schema: LetterPage },
      handle: async ({ request, query }) => published(request, await documents.letters(listQueryOf(query))),
    },
    {
      method: 'GET',
      path: '/letters/:id',
      summary: '公开答复的来信: one letter',
      tag: 'letters',
      answer: { description: 'The letter', schema: Letter },
      failures: [404],
      async handle(call) {
        const letter = await documents.get('letter', nameOf(call, 'id'));
        if (letter === undefined) throw notFound();
        return published(call.request, letter);
      },
    },
  ];
}
