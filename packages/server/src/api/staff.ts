/** Routes for staff, each with a token of a role. */
import { complaintStates } from '@zwgk/schema';
import type * as z from 'zod/mini';
import { readJson } from '../body.js';
import { createLimiter, type Limits } from '../cases/limits.js';
import { staffVerbs } from '../cases/machine.js';
import { mayOr403, type Office, type StaffStep } from '../cases/office.js';
import type { Tokens } from '../cases/tokens.js';
import type { Staff } from '../cases/view.js';
import { fileResponse } from '../files/uploads.js';
import { conflict, Failure, invalid, notFound } from '../problem.js';
import { bodyOf, keyOf, listQueryOf, nameOf, pageQuery, privately, type Call, type Route } from './route.js';
import { NewToken, StaffCase, StaffPage, staffSteps } from './schemas.js';

const summaries: Readonly<Record<(typeof staffVerbs)[number], string>> = {
  accept: '受理',
  reject: '不予受理',
  supplement: '要求补充材料; the clock stands still until the answer',
  assign: '受理并交办',
  transfer: '转办',
  return: '承办单位退回',
  start: '开始办理',
  extend: '申请延期, within the maximum of the rule; granted when the approver, who is another, approves',
  approve: '批准延期, by the approver who was named',
  decline: '不批准延期',
  reply: '答复',
  message: '给来信人留言',
  close: '办结',
  archive: '归档',
  publish: '公开答复的来信, with the consent of the citizen; masked',
  hold: '暂缓销毁: the case is kept beyond its time',
  release: '解除暂缓销毁',
};

export function staffRoutes(office: Office, tokens: Tokens, limits: Limits, now: () => number): Route[] {
  const wrong = createLimiter(limits.token, now);

  async function staffOf({ request, address }: Call): Promise<Staff> {
    const seconds = wrong.wait(address);
    if (seconds) throw new Failure('rate_limited', { retryAfter: seconds });
    const token = /^Bearer ([\x21-\x7E]{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (token !== undefined) {
      wrong.count(address);
      const staff = await tokens.find(token);
      if (staff) {
        wrong.back(address);
        return staff;
      }
    }
    throw new Failure('refused', {
      status: 401,
      title: 'a valid token is needed',
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
  const base = { tag: 'staff', staff: true } as const;

  return [
    {
      ...base,
      method: 'GET',
      path: '/staff/complaints',
      summary: '办件: list, what is due first',
      query: {
        state: { description: 'Only this state', schema: { type: 'string', enum: [...complaintStates] } },
        unit: { description: 'Only this unit' },
        overdue: {
          description: '`true`: only open cases past their due date',
          schema: { type: 'string', enum: ['true', 'false'] },
        },
        cursor: pageQuery['cursor']!,
        pageSize: pageQuery['pageSize']!,
      },
      answer: { description: 'One page', schema: StaffPage },
      failures: [401, 403],
      async handle(call) {
        const staff = await staffOf(call);
        const { query } = call;
        const state = query.get('state') || undefined;
        if (state !== undefined && !(complaintStates as readonly string[]).includes(state))
          throw invalid([{ path: ['state'], code: 'unknown_code' }]);
        const { cursor, pageSize } = listQueryOf(query);
        const unit = query.get('unit') || undefined;
        const overdue = query.get('overdue') === 'true';
        return privately(await office.list(staff, { state, unit, overdue, cursor, pageSize }));
      },
    },
    {
      ...base,
      method: 'GET',
      path: '/staff/complaints/:ticketNo',
      summary: '办件: one case with its whole history; that it was looked at is recorded',
      answer: { description: 'The case', schema: StaffCase },
      failures: [401, 403, 404],
      handle: async (call) => privately(await office.get(await staffOf(call), nameOf(call, 'ticketNo'))),
    },
    {
      ...base,
      method: 'GET',
      path: '/staff/complaints/:ticketNo/files/:id',
      summary: '附件: one file of the case, to be saved; that it was fetched is recorded',
      answer: { description: 'The file', bytes: true },
      failures: [401, 403, 404],
      async handle(call) {
        const staff = await staffOf(call);
        return fileResponse(await office.file(staff, nameOf(call, 'ticketNo'), nameOf(call, 'id')));
      },
    },
    ...staffVerbs.map((verb): Route => ({
      ...base,
      method: 'POST',
      path: `/staff/complaints/:ticketNo/${verb}`,
      summary: summaries[verb],
      body: staffSteps[verb],
      repeatable: true,
      answer: { description: 'The case after it', schema: StaffCase },
      failures: [401, 403, 404, 409, 413, 415],
      async handle(call) {
        const staff = await staffOf(call);
        mayOr403(staff, verb);
        const body = bodyOf(staffSteps[verb] as z.ZodMiniType<StaffStep>, await readJson(call.request));
        return privately(await office.step(staff, nameOf(call, 'ticketNo'), verb, body, keyOf(call.request)));
      },
    })),
    {
      ...base,
      method: 'GET',
      path: '/staff/tokens',
      summary: 'Names, roles and units of those who have a token',
      answer: { description: 'The list' },
      failures: [401, 403],
      async handle(call) {
        mayOr403(await staffOf(call), 'tokens');
        return privately({ items: await tokens.list() });
      },
    },
    {
      ...base,
      method: 'POST',
      path: '/staff/tokens',
      summary: 'Makes a token, shown once',
      body: NewToken,
      answer: { description: 'The token', status: 201 },
      failures: [401, 403, 409, 413, 415],
      async handle(call) {
        mayOr403(await staffOf(call), 'tokens');
        const { name, role, unit } = bodyOf(NewToken, await readJson(call.request));
        if (role === 'handler' && unit === undefined) throw invalid([{ path: ['unit'], code: 'required' }]);
        return privately({ name, role, unit, token: await tokens.create({ name, role, unit: unit ?? null }) }, 201);
      },
    },
    {
      ...base,
      method: 'DELETE',
      path: '/staff/tokens/:name',
      summary: 'Takes a token back; it is void at once',
      answer: { description: 'Done', status: 204 },
      failures: [401, 403, 404, 409],
      async handle(call) {
        const staff = await staffOf(call);
        mayOr403(staff, 'tokens');
        const name = nameOf(call, 'name');
        if (name === staff.name)
          throw conflict([{ path: ['name'], code: 'own' }], 'the own token cannot be taken back');
        if (!(await tokens.remove(name))) throw notFound();
        return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
      },
    },
  ];
}
