import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Complaint, IdentityMode } from '@zwgk/schema';
import { roles, type Role } from '@zwgk/server';
import * as made from '../support/files.js';
import { startService, type Service } from '../support/service.js';

let service: Service;
const tokens = {} as Record<Role, string>;
const UNIT = '社会事务办公室';
before(async () => {
  service = await startService();
  for (const role of roles) tokens[role] = await service.token(role, role === 'handler' ? UNIT : undefined);
});
after(() => service.close());

const ALL: readonly Role[] = roles;
const HANDLING: readonly Role[] = ['intake', 'handler', 'reviewer', 'admin'];
/** Who may call which route of staff; every other one is answered with 403. */
const routes: Readonly<Record<string, readonly Role[]>> = {
  'GET /staff/complaints': ALL,
  'GET /staff/complaints/{ticketNo}': ALL,
  'GET /staff/complaints/{ticketNo}/files/{id}': ALL,
  'POST /staff/complaints/{ticketNo}/accept': ['intake', 'admin'],
  'POST /staff/complaints/{ticketNo}/reject': ['intake', 'admin'],
  'POST /staff/complaints/{ticketNo}/supplement': ['intake', 'handler', 'admin'],
  'POST /staff/complaints/{ticketNo}/assign': ['intake', 'admin'],
  'POST /staff/complaints/{ticketNo}/transfer': ['intake', 'reviewer', 'admin'],
  'POST /staff/complaints/{ticketNo}/return': ['handler', 'admin'],
  'POST /staff/complaints/{ticketNo}/start': ['handler', 'admin'],
  'POST /staff/complaints/{ticketNo}/extend': ['handler', 'reviewer', 'admin'],
  'POST /staff/complaints/{ticketNo}/approve': ['reviewer', 'admin'],
  'POST /staff/complaints/{ticketNo}/decline': ['reviewer', 'admin'],
  'POST /staff/complaints/{ticketNo}/reply': ['handler', 'reviewer', 'admin'],
  'POST /staff/complaints/{ticketNo}/message': HANDLING,
  'POST /staff/complaints/{ticketNo}/close': ['reviewer', 'admin'],
  'POST /staff/complaints/{ticketNo}/archive': ['intake', 'reviewer', 'admin'],
  'POST /staff/complaints/{ticketNo}/publish': ['reviewer', 'admin'],
  'POST /staff/complaints/{ticketNo}/hold': ['admin'],
  'POST /staff/complaints/{ticketNo}/release': ['admin'],
  'GET /staff/tokens': ['admin'],
  'POST /staff/tokens': ['admin'],
  'DELETE /staff/tokens/{name}': ['admin'],
};

async function upload(name: string): Promise<string> {
  const { id } = await (await service.post('/api/v1/uploads', { name, size: made.png.length })).json();
  await service.request(`/api/v1/uploads/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    body: new Uint8Array(made.png),
  });
  return id;
}

/** Each field of a letter with a value that stands nowhere else. */
const letterOf = (kind: Complaint['kind'], identityMode: IdentityMode): Complaint => ({
  kind,
  identityMode,
  title: '标记甲标题',
  content: '标记乙内容',
  targetOrg: { name: UNIT },
  place: '标记丙地点',
  about: '标记丁事项',
  peopleCount: 7301,
  ...(kind === 'complaint' || kind === 'report'
    ? { accused: { name: '标记戊某', org: '标记己单位', post: '标记庚职务' } }
    : {}),
  ...(identityMode === 'anonymous'
    ? {}
    : {
        name: '标记辛',
        mobile: '13911112222',
        phone: '0563-7654321',
        email: 'marked@example.gov.cn',
        address: '标记壬住址',
      }),
  notice: { version: '标记癸告知' },
});
const PERSON = ['标记辛', '13911112222', '7654321', 'marked@example.gov.cn', '标记壬住址'];
const TEXT = ['标记甲标题', '标记乙内容', '标记丙地点', '标记丁事项', '7301', '标记附件', '标记留言', '标记缘由'];
const ACCUSED = ['标记戊某', '标记己单位', '标记庚职务'];

test('every route of staff is in the table; without a token each is 401, and each role may call what the table says', async () => {
  const { paths } = await (await service.request('/api/v1/openapi.json')).json();
  const known = Object.entries<Record<string, unknown>>(paths)
    .filter(([path]) => path.startsWith('/staff'))
    .flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`));
  assert.deepEqual(known.sort(), Object.keys(routes).sort());
  const { ticketNo } = await service.client().complaints.create(letterOf('consult', 'anonymous'));
  for (const [route, allowed] of Object.entries(routes)) {
    const [method, path] = route.split(' ') as [string, string];
    const place = `/api/v1${path.replace('{ticketNo}', ticketNo).replace(/\{\w+\}/, 'nothing')}`;
    const ask = (authorization: string | undefined) =>
      service.request(place, {
        method,
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
        ...(method === 'POST' ? { body: '{}' } : {}),
      });
    assert.equal((await ask(undefined)).status, 401, route);
    assert.equal((await ask('Bearer zwgk_wrong')).status, 401, route);
    for (const role of roles) {
      const { status } = await ask(`Bearer ${tokens[role]}`);
      assert.equal(status !== 403, allowed.includes(role), `${role}: ${route}: ${status}`);
      assert.ok(status < 500 && status !== 401);
    }
  }
});

for (const kind of ['consult', 'complaint', 'report'] as const)
  for (const mode of ['realName', 'realNameConfidential', 'anonymous'] as const)
    test(`of a letter (${kind}, ${mode}) each role, its holder and everybody else get the fields that are theirs, on every way out`, async () => {
      const id = await upload('标记附件.png');
      const draft = { ...letterOf(kind, mode), attachments: [{ id }] };
      const { complaints } = service.client();
      const key = `key-of-${kind}-${mode}-0123456789`;
      const receipt = await complaints.create(draft, { idempotencyKey: key });
      const { ticketNo, queryCode } = receipt;
      await complaints.addMessage(receipt, '标记留言');
      const staff = `/api/v1/staff/complaints`;
      const admin = { authorization: `Bearer ${tokens.admin}` };
      await service.post(`${staff}/${ticketNo}/assign`, { unit: UNIT, note: '标记缘由' }, admin);

      const persons: readonly Role[] =
        mode === 'realName' ? HANDLING : mode === 'realNameConfidential' ? ['intake', 'admin'] : [];
      for (const role of roles) {
        const headers = { authorization: `Bearer ${tokens[role]}` };
        const get = async (path: string) => (await service.request(path, { headers })).text();
        const one = await get(`${staff}/${ticketNo}`);
        const listed = JSON.parse(await get(`${staff}?pageSize=100`)).items as { ticketNo: string }[];
        const stepped = await (await service.post(`${staff}/${ticketNo}/message`, { text: '收到' }, headers)).text();
        const fromList = JSON.stringify(listed.find((item) => item.ticketNo === ticketNo));
        const seesText = kind !== 'report' || HANDLING.includes(role);
        const expected: [readonly string[], boolean][] = [
          [PERSON, persons.includes(role)],
          [TEXT, seesText],
          [kind === 'consult' ? [] : ACCUSED, HANDLING.includes(role)],
          // Nobody: what opens the case, what made it, and what its sender alone knows.
          [[queryCode, queryCode.replaceAll('-', ''), key, id, receipt.signature!], false],
        ];
        for (const [name, answer] of Object.entries({ one, fromList, stepped })) {
          if (name === 'stepped' && role === 'auditor') continue; // 403: tested above
          for (const [words, seen] of expected)
            for (const word of words) assert.equal(answer.includes(word), seen, `${role} ${name} ${word}`);
          if (mode === 'anonymous') for (const word of PERSON) assert.ok(!answer.includes(word));
        }
      }
      // Another unit's 承办岗 does not learn that the case is there, on any route.
      const foreign = { authorization: `Bearer ${await service.token('handler', '党政办公室')}` };
      for (const path of [`${staff}/${ticketNo}`, `${staff}/${ticketNo}/files/x`])
        assert.equal((await service.request(path, { headers: foreign })).status, 404);
      for (const verb of ['start', 'return', 'reply', 'message', 'supplement']) {
        const body = { reason: '原因', text: '文字' };
        assert.equal((await service.post(`${staff}/${ticketNo}/${verb}`, body, foreign)).status, 404, verb);
      }
      const others = await (await service.request(`${staff}?pageSize=100`, { headers: foreign })).text();
      assert.ok(!others.includes(ticketNo));

      // Its holder: the own words and the way of the case, but neither person nor accused, which others might read along.
      const own = JSON.stringify(await complaints.lookup(receipt));
      for (const word of ['标记甲标题', '标记乙内容', '标记附件', '标记留言', '标记缘由', UNIT])
        assert.ok(own.includes(word), word);
      for (const word of [...PERSON, ...ACCUSED, '标记癸告知', id, key]) assert.ok(!own.includes(word), word);

      // Everybody: nothing, on no route that asks for no token.
      const { paths } = await (await service.request('/api/v1/openapi.json')).json();
      for (const [path, item] of Object.entries<Record<string, unknown>>(paths)) {
        if (!item['get'] || path.startsWith('/staff')) continue;
        const response = await service.request(`/api/v1${path.replace(/\{\w+\}/g, ticketNo)}`);
        const text = await response.text();
        for (const word of [...PERSON, ...TEXT.filter((one) => one !== '7301'), ...ACCUSED])
          assert.ok(!text.includes(word), `${path} ${word}`);
      }
    });

test('markup in every field comes back as data of JSON and as text of pages, from staff and holder alike', async () => {
  const evil = `"><img src=x onerror=alert(1)><script>alert(1)</script>`;
  const { complaints } = service.client();
  const receipt = await complaints.create({
    ...letterOf('report', 'realName'),
    title: evil.slice(0, 50),
    content: evil,
    name: '买买提',
    address: evil,
    place: evil,
    about: evil,
    accused: { name: '某', org: evil, post: evil },
    targetOrg: { name: `${evil}单位` },
  });
  await complaints.addMessage(receipt, evil);
  const headers = { authorization: `Bearer ${tokens.admin}` };
  const place = `/api/v1/staff/complaints/${receipt.ticketNo}`;
  const steps: [string, object][] = [
    ['assign', { unit: UNIT, note: evil }],
    ['message', { text: evil }],
    ['reply', { text: evil }],
    ['close', { note: evil }],
  ];
  for (const [verb, body] of steps) {
    const response = await service.post(`${place}/${verb}`, body, headers);
    assert.equal(response.status, 200, verb);
    // JSON that no browser takes for a page: type, no sniffing, and a policy that runs nothing.
    assert.match(response.headers.get('content-type')!, /^application\/json/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.match(response.headers.get('content-security-policy')!, /^default-src 'none'/);
    assert.ok((await response.text()).includes(JSON.stringify(evil).slice(1, -1)));
  }
  const page = await service.request('/api/v1/complaints/lookup', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ queryCode: receipt.queryCode }).toString(),
  });
  assert.match(page.headers.get('content-security-policy')!, /^default-src 'none'; style-src 'sha256-/);
  const text = await page.text();
  assert.ok(!/<script|<img/.test(text));
  assert.ok(text.split('&#60;script&#62;').length >= 5, 'content, note, message, reply');
});

test('nothing unforeseen happened in all of this', () => {
  assert.deepEqual(service.reported, []);
});
