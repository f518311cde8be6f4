/** Routes for citizens: send a letter, look its case up, go on with it. Codes come in bodies, never in addresses. */
import { randomBytes } from 'node:crypto';
import {
  attachmentLimits,
  Complaint,
  ComplaintCase,
  Receipt,
  checkComplaint,
  codeOfWords,
  compactQueryCode,
  type ComplaintLimits,
} from '@zwgk/schema';
import * as z from 'zod/mini';
import { mediaType, readForm, readJson } from '../body.js';
import type { Holder } from '../cases/holder.js';
import type { Intake } from '../cases/intake.js';
import { createLimiter, type Limiter, type Limits } from '../cases/limits.js';
import type { Proofs } from '../cases/proof.js';
import type { CitizenVerb } from '../cases/machine.js';
import { casePage, failurePage, receiptPage } from '../pages/complaint.js';
import { fileResponse } from '../files/uploads.js';
import { draftOfForm } from '../pages/form.js';
import { messages } from '../pages/messages.js';
import { isOwnForm } from '../pages/report.js';
import { Failure, invalid, toFailure } from '../problem.js';
import type { Vault } from '../vault.js';
import { bodyOf, keyOf, privately, published, type Call, type Route } from './route.js';
import { CaseKey, FileKey, MessageStep, RateStep, ReopenStep, WithdrawStep } from './schemas.js';

export interface ComplaintServices {
  readonly intake: Intake;
  readonly holder: Holder;
  readonly vault: Vault;
  readonly proofs: Proofs;
  readonly limits: Limits;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** What the body demands of a letter beyond the schema. */
  readonly letterLimits: ComplaintLimits;
  /** Name of the receiving body, for the pages. */
  readonly bureau: () => string | undefined;
  /** Origin of the service, where the site has told it (`ZWGK_ORIGIN`); else the one that is asked counts. */
  readonly origin: string | undefined;
  /** Told of errors that nobody foresaw. */
  readonly report: (error: unknown) => void;
}

const FORM = 'application/x-www-form-urlencoded';
/** How long the same form from the same address is taken for a double click. */
const FORM_SECONDS = 120;

function orWait(...waits: [Limiter, string][]): void {
  const seconds = Math.max(...waits.map(([limiter, key]) => limiter.wait(key)));
  if (seconds > 0) throw new Failure('rate_limited', { retryAfter: seconds });
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}

export function complaintRoutes(services: ComplaintServices): Route[] {
  const { intake, holder, vault, proofs, limits, now, sleep, letterLimits, bureau, origin, report } = services;
  const limiter = (name: keyof Limits) => createLimiter(limits[name], now);
  const created = limiter('create');
  const createdAll = limiter('createAll');
  const failed = limiter('lookup');
  const failedPrefix = limiter('lookupPrefix');
  const stepped = limiter('step');
  const formed = limiter('proof');
  /** Keys of plain forms, which cannot bring one; in memory only. */
  const formKeys = new Map<string, { key: string; at: number }>();

  /** 检举 in a page of somebody else could be read by that page, so it is taken from pages of this service only. */
  function refuseForeignReport(draft: object, request: Request, fromOwnForm: boolean): void {
    if ((draft as { kind?: unknown }).kind !== 'report') return;
    const sender = request.headers.get('origin');
    // No origin: no page sent it. `null`: a page that hides where it is, as our own form does; the browser says more.
    if (sender === null) return;
    const { host } = new URL(request.url);
    const isOwn =
      sender === 'null'
        ? request.headers.get('sec-fetch-site') === 'same-origin' || fromOwnForm
        : sender === origin || hostOf(sender) === host;
    if (!isOwn) throw new Failure('refused', { issues: [{ path: ['kind'], code: 'own_origin' }] });
  }

  async function file(
    draft: unknown,
    key: string,
    { request, address }: Call,
    form?: { readonly own: boolean },
  ): Promise<Receipt> {
    orWait([created, address], [createdAll, '']);
    if (typeof draft !== 'object' || draft === null || Array.isArray(draft))
      throw invalid([{ path: [], code: 'type' }]);
    refuseForeignReport(draft, request, form?.own ?? false);
    const issues = checkComplaint(draft, letterLimits);
    if (issues.length) throw invalid(issues);
    // A plain form cannot work for it: it waits instead.
    if (form) orWait([formed, address]);
    else
      try {
        proofs.demand(request.headers.get('zwgk-proof'), address, key);
      } catch (error) {
        // Who asks again for a receipt has worked for it, or did not have to.
        if (!(await intake.has(key))) throw error;
      }
    created.count(address);
    createdAll.count('');
    if (form) formed.count(address);
    let counted = false;
    try {
      const { receipt, repeated } = await intake.create(bodyOf(Complaint, draft), key);
      counted = !repeated;
      if (counted) proofs.count(address);
      return receipt;
    } finally {
      if (!counted) {
        created.back(address);
        createdAll.back('');
        if (form) formed.back(address);
      }
    }
  }

  function keyOfForm(fields: ReadonlyMap<string, string>, address: string): string {
    for (const [name, { at }] of formKeys) {
      if (now() - at < FORM_SECONDS * 1000 && formKeys.size < 10000) break;
      formKeys.delete(name);
    }
    const own = fields.get('idempotencyKey');
    if (own && /^[\x21-\x7E]{16,200}$/.test(own)) return own;
    const name = vault.hash('form', JSON.stringify([address, ...fields]));
    const known = formKeys.get(name);
    if (known && now() - known.at < FORM_SECONDS * 1000) return known.key;
    const key = randomBytes(20).toString('hex');
    formKeys.set(name, { key, at: now() });
    return key;
  }

  /** Without a script: the answer is a page, and so is what is wrong. */
  async function asPage(title: string, work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Failure)) report(error);
      return failurePage(toFailure(error), title);
    }
  }
  const fileForm = (call: Call) =>
    asPage(messages.failTitle, async () => {
      const fields = await readForm(call.request);
      const own = isOwnForm(vault, fields.get('page'), now());
      const key = keyOfForm(fields, call.address);
      return receiptPage(await file(draftOfForm(fields), key, call, { own }), bureau());
    });
  const lookupForm = (call: Call) =>
    asPage(messages.lookupFailTitle, async () => {
      const fields = await readForm(call.request);
      const ticketNo = fields.get('ticketNo')?.trim() || undefined;
      const key = bodyOf(CaseKey, { queryCode: fields.get('queryCode') ?? '', ticketNo });
      return guarded(call, key.queryCode, async () => casePage(await holder.lookup(key)));
    });

  /** A look at a case, or a step in it: wrong and unknown codes get the same answer, slower each time. */
  async function guarded<T>({ address }: Call, queryCode: string, work: () => Promise<T>): Promise<T> {
    const prefix = compactQueryCode(codeOfWords(queryCode) ?? queryCode).slice(0, 4);
    orWait([failed, address], [failedPrefix, prefix]);
    const times = failed.count(address);
    failedPrefix.count(prefix);
    let missed = false;
    try {
      return await work();
    } catch (error) {
      missed = error instanceof Failure && error.code === 'not_found';
      if (missed) await sleep(Math.min(250 * 2 ** (times - 1), 4000));
      throw error;
    } finally {
      if (!missed) {
        failed.back(address);
        failedPrefix.back(prefix);
      }
    }
  }

  const step = (
    verb: CitizenVerb,
    path: string,
    summary: string,
    schema: z.ZodMiniType<{ queryCode: string }>,
  ): Route => ({
    method: 'POST',
    path: `/complaints/${path}`,
    summary,
    tag: 'complaints',
    body: schema,
    repeatable: true,
    answer: { description: 'The case after it', schema: ComplaintCase },
    failures: [404, 409, 413, 415],
    async handle(call) {
      const key = keyOf(call.request);
      orWait([stepped, call.address]);
      const body = bodyOf(schema, await readJson(call.request));
      stepped.count(call.address);
      return guarded(call, body.queryCode, async () => privately(await holder.step(verb, body, key)));
    },
  });

  return [
    {
      method: 'POST',
      path: '/complaints',
      summary:
        '来信: one letter becomes one case. The same key with the same letter gives the same receipt again; a plain form gets a page',
      tag: 'complaints',
      body: Complaint,
      form: true,
      repeatable: true,
      headers: { 'Zwgk-Proof': 'Where `/proof` asks for work: `challenge:nonce`' },
      answer: { description: 'The receipt, with the query code that opens the case', schema: Receipt, status: 201 },
      failures: [403, 409, 413, 415],
      async handle(call) {
        if (mediaType(call.request) === FORM) return fileForm(call);
        const key = keyOf(call.request) ?? randomBytes(20).toString('hex');
        const receipt = await file(await readJson(call.request), key, call);
        return privately(receipt, 201);
      },
    },
    {
      method: 'POST',
      path: '/complaints/lookup',
      summary: '查询: the case of a query code',
      tag: 'complaints',
      body: CaseKey,
      form: true,
      answer: { description: 'The case', schema: ComplaintCase },
      failures: [404, 413, 415],
      async handle(call) {
        if (mediaType(call.request) === FORM) return lookupForm(call);
        const key = bodyOf(CaseKey, await readJson(call.request));
        return guarded(call, key.queryCode, async () => privately(await holder.lookup(key)));
      },
    },
    step('message', 'messages', '补充材料或留言', MessageStep),
    step('withdraw', 'withdraw', '撤回', WithdrawStep),
    step('reopen', 'reopen', '要求重办, once, after a reply', ReopenStep),
    step('rate', 'rate', '满意度评价', RateStep),
    {
      method: 'POST',
      path: '/complaints/file',
      summary: '附件: one file of the case, to be saved',
      tag: 'complaints',
      body: FileKey,
      answer: { description: 'The file', bytes: true },
      failures: [404, 413, 415],
      async handle(call) {
        const { id, ...key } = bodyOf(FileKey, await readJson(call.request));
        return guarded(call, key.queryCode, async () => fileResponse(await holder.file(key, id)));
      },
    },
    {
      method: 'GET',
      path: '/limits',
      summary: 'Thresholds of this service: at most `max` within `seconds`; and the page on which 举报 is taken',
      tag: 'service',
      answer: { description: 'The thresholds' },
      handle: async ({ request }) =>
        published(request, { ...limits, attachments: attachmentLimits, reportPage: `${origin ?? ''}/report` }),
    },
  ];
}
