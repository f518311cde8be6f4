/** Request → Response. Knows no port, no file system and no clock of its own. */
import { makePolicy, type Calendar, type ComplaintLimits, type DeadlinePolicy } from '@zwgk/schema';
import { defaultCalendar } from '@zwgk/schema/calendar-data';
import { Hono } from 'hono';
import { checkedQuery } from './body.js';
import { catalogueRoutes } from './api/catalogues.js';
import { complaintRoutes } from './api/complaints.js';
import { documentRoutes } from './api/documents.js';
import { openApiOf } from './api/openapi.js';
import { json, published, type Route } from './api/route.js';
import { staffRoutes } from './api/staff.js';
import { uploadRoutes } from './api/uploads.js';
import { createHolder } from './cases/holder.js';
import { createIntake } from './cases/intake.js';
import { limitsOf, networkOf, type Limits } from './cases/limits.js';
import { createOffice } from './cases/office.js';
import { createProofs } from './cases/proof.js';
import { createTokens } from './cases/tokens.js';
import type { Clock } from './cases/view.js';
import type { Folder } from './folder.js';
import { createUploads } from './files/uploads.js';
import { missingPage } from './pages/complaint.js';
import { embedAnswer } from './pages/embed.js';
import { reportPage } from './pages/report.js';
import { Failure, notFound, problemResponse, toFailure } from './problem.js';
import { createDocuments } from './published/documents.js';
import { createCatalogues } from './published/entries.js';
import { createPackFolder } from './published/pack-folder.js';
import { SECURITY, serveFile } from './serve-file.js';
import type { Store } from './store/store.js';

export interface HandlerOptions {
  readonly store: Store;
  readonly now?: (() => number) | undefined;
  readonly calendar?: Calendar | undefined;
  /** 办理期限; default: that of the schema, with 民法典第203条 not applied. */
  readonly policy?: DeadlinePolicy | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** What the body demands of a letter beyond the schema. */
  readonly letterLimits?: ComplaintLimits | undefined;
  /** Waits after failed look-ups. */
  readonly sleep?: ((milliseconds: number) => Promise<void>) | undefined;
  /** Name of the receiving body. */
  readonly bureau?: string | undefined;
  /** Pages of `/`, with `headers.json` for pages that need headers of their own. */
  readonly site?: Folder | undefined;
  /** Files of `/cdn/`. */
  readonly cdn?: Folder | undefined;
  /** Origins of host pages on other hosts that may send letters; published documents are open to all. */
  readonly origins?: readonly string[] | undefined;
  /** Public origin of the service (`https://…`), where a proxy in front hides it; default: as it is asked. */
  readonly origin?: string | undefined;
  /** 延期 is approved by a person with a token only, never by a name that stands for a signature on paper. */
  readonly fourEyes?: boolean | undefined;
  /** Who may hold `/embed/…` pages of published documents in a frame: sources of `frame-ancestors`. Default: anyone. */
  readonly frames?: readonly string[] | undefined;
  /** Told of errors that nobody foresaw, never of what a citizen typed. */
  readonly report?: ((error: unknown) => void) | undefined;
  readonly version?: string | undefined;
}

/** @param from.address network address of the sender, for thresholds; in memory only */
export type Handler = (request: Request, from?: { readonly address?: string | undefined }) => Promise<Response>;

const API = '/api/v1';
const PRIVATE = /^\/api\/v1\/(?:complaints|staff|uploads|proof)/;
const API_CSP = "default-src 'none'; frame-ancestors 'none'";
/** Old host pages have scripts and styles inside; nothing from other hosts, nothing in frames of others. */
const SITE_CSP =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

type Headers_ = Readonly<Record<string, string>>;
interface Env {
  Bindings: { address: string };
}

/** What came is no request that a handler could be given: a `Host` that is none, for one. */
export function malformedRequest(): Response {
  const response = problemResponse(new Failure('invalid_input', { status: 400, title: 'malformed request' }));
  for (const [name, value] of Object.entries(SECURITY)) response.headers.set(name, value);
  return response;
}

export function createHandler(options: HandlerOptions): Handler {
  const {
    store,
    now = Date.now,
    calendar = defaultCalendar,
    policy = makePolicy().policy,
    site,
    cdn,
    bureau,
  } = options;
  const {
    sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    report = () => {},
    origins = [],
  } = options;
  const limits = limitsOf(options.limits);
  const clock: Clock = { policy, calendar, now };
  const documents = createDocuments(store);
  const catalogues = createCatalogues(store);
  const pack = createPackFolder(store, documents, catalogues, now, () => bureau);
  const name = () => bureau;
  const uploads = createUploads(store, now);
  const proofs = createProofs(store.vault, limits.proof, now);

  const routes: Route[] = [
    ...documentRoutes(documents),
    ...catalogueRoutes(catalogues),
    ...complaintRoutes({
      intake: createIntake(store, clock, uploads, name),
      holder: createHolder(store, clock, uploads, name),
      vault: store.vault,
      proofs,
      limits,
      now,
      sleep,
      letterLimits: options.letterLimits ?? {},
      bureau: name,
      origin: options.origin,
      report,
    }),
    ...uploadRoutes({ uploads, proofs, limits, now, keys: store.keys }),
    ...staffRoutes(
      createOffice(store, clock, uploads, { intakeUnit: name, strict: options.fourEyes ?? false }),
      createTokens(store, now),
      limits,
      now,
    ),
  ];
  let described: object | undefined;
  routes.push({
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document',
    tag: 'service',
    answer: { description: 'OpenAPI 3.1' },
    handle: async ({ request }) => published(request, (described ??= openApiOf(routes, options.version ?? '0.1.0'))),
  });

  const app = new Hono<Env>();
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    const path = API + route.path;
    methods.set(path, [...(methods.get(path) ?? []), route.method]);
    app.on(route.method, path, async (c) => {
      const query = checkedQuery(new URL(c.req.url));
      const answer = await route.handle({ request: c.req.raw, params: c.req.param(), query, address: c.env.address });
      return answer instanceof Response ? answer : json(answer);
    });
  }
  app.get('/healthz', async () => {
    try {
      await store.ping();
    } catch (error) {
      report(error);
      throw new Failure('server', { status: 503, title: 'store not available', retryAfter: 5 });
    }
    return json({ status: 'ok' }, 200, { 'cache-control': 'no-store' });
  });
  methods.set('/healthz', ['GET']);
  app.get('/report', () => reportPage(store.vault, bureau, now()));
  methods.set('/report', ['GET']);

  const openly = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
  const below = (url: string, prefix: string): string => {
    const { pathname } = new URL(url);
    try {
      return decodeURIComponent(pathname.slice(prefix.length));
    } catch {
      throw notFound();
    }
  };
  app.get('/files/*', (c) => serveFile(c.req.raw, pack, below(c.req.url, '/files/'), openly));
  methods.set('/files/*', ['GET']);
  if (cdn) app.get('/cdn/*', (c) => serveFile(c.req.raw, cdn, below(c.req.url, '/cdn/'), openly));
  methods.set('/cdn/*', ['GET']);
  const embed = { documents, catalogues, bureau: name, frames: options.frames ?? ['*'], origins };
  app.get('/embed/*', (c) => embedAnswer(below(c.req.url, '/embed/'), new URL(c.req.url).searchParams, embed));
  methods.set('/embed/*', ['GET']);

  // Known path, other method.
  for (const [path, allowed] of methods)
    app.all(path, (c) => {
      const allow = [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
      if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
      throw new Failure('invalid_input', { status: 405, title: 'method not allowed', headers: { allow } });
    });
  app.all('/api/*', () => {
    throw notFound();
  });

  let extra: Promise<Readonly<Record<string, Headers_>>> | undefined;
  /** `headers.json`: `{ "/hosts/csp.html": { "Content-Security-Policy": "…" } }`; a key that ends in `/` means all below. */
  async function headersOf(path: string): Promise<Headers_> {
    extra ??= (async () => {
      const file = await site!.read('headers.json');
      return file ? (JSON.parse(new TextDecoder().decode(file.bytes)) as Record<string, Headers_>) : {};
    })();
    const found = Object.entries(await extra).filter(
      ([key]) => key === path || (key.endsWith('/') && path.startsWith(key)),
    );
    // The longest key wins.
    const merged = Object.assign(
      {},
      ...found.sort(([a], [b]) => a.length - b.length).map(([, one]) => one),
    ) as Headers_;
    return Object.fromEntries(Object.entries(merged).map(([name, value]) => [name.toLowerCase(), value]));
  }
  app.on(['GET', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'], '*', async (c) => {
    const { method } = c.req;
    if (method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow: 'GET, HEAD, OPTIONS' } });
    if (!['GET', 'HEAD'].includes(method) || !site) throw notFound();
    const path = below(c.req.url, '/');
    if (path === 'headers.json') throw notFound();
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const headers = await headersOf(`/${file}`);
    try {
      return await serveFile(c.req.raw, site, file, { 'content-security-policy': SITE_CSP, ...headers });
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'not_found')) throw error;
      if (path !== '' && !path.endsWith('/') && (await site.read(`${path}/index.html`)))
        return new Response(null, { status: 308, headers: { location: encodeURI(`/${path.replace(/^\/+/, '')}/`) } });
      if ((c.req.header('accept') ?? '').includes('text/html')) return missingPage();
      throw error;
    }
  });
  app.notFound(() => problemResponse(notFound()));
  app.onError((error) => {
    const failure = toFailure(error);
    if (!(error instanceof Failure)) report(error);
    return problemResponse(failure);
  });

  /** CORS without credentials: what is published is for everyone, letters only from the origins that the site names. */
  function crossOrigin(request: Request, path: string): Record<string, string> {
    const origin = request.headers.get('origin');
    if (!path.startsWith(API) || !origin) return {};
    const wanted = request.method === 'OPTIONS' ? request.headers.get('access-control-request-method') : request.method;
    const reading = (wanted === 'GET' || wanted === 'HEAD') && !path.startsWith(`${API}/staff/`);
    const allowed = reading ? '*' : origins.includes(origin) ? origin : undefined;
    if (!allowed) return { vary: 'origin' };
    return {
      'access-control-allow-origin': allowed,
      'access-control-expose-headers': 'etag, retry-after',
      vary: 'origin',
      ...(request.method === 'OPTIONS'
        ? {
            'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
            'access-control-allow-headers':
              'accept, authorization, content-type, idempotency-key, if-none-match, upload-offset, zwgk-proof',
            'access-control-max-age': '600',
          }
        : {}),
    };
  }

  return async (request, { address = '' } = {}) => {
    let response: Response;
    let path = '';
    try {
      path = new URL(request.url).pathname;
      response = await app.fetch(request, { address: networkOf(address) });
    } catch (error) {
      report(error);
      response = problemResponse(toFailure(error));
    }
    const all = {
      ...SECURITY,
      ...(path.startsWith('/api/') || path === '/healthz' ? { 'content-security-policy': API_CSP } : {}),
      ...(PRIVATE.test(path) ? { 'referrer-policy': 'no-referrer' } : {}),
    };
    // Headers of some answers cannot be changed; a copy can.
    const headers = new Headers(response.headers);
    for (const [key, value] of Object.entries(all)) if (!headers.has(key)) headers.set(key, value);
    for (const [key, value] of Object.entries(crossOrigin(request, path)))
      if (key === 'vary') headers.append(key, value);
      else headers.set(key, value);
    const bodiless = request.method === 'HEAD' || [204, 304].includes(response.status);
    return new Response(bodiless ? null : response.body, { status: response.status, headers });
  };
}
