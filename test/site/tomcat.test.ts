/** The samples for Tomcat and JSP in the guides, on a real Tomcat (Debian: `tomcat10`, JSTL as `libtaglibs-standard-impl-java`). */
import assert from 'node:assert/strict';
import { spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { launch, type Browser } from 'puppeteer-core';
import { freePort, gbk, programOf, root, samplesOf, startProgram } from '../support/guides.js';
import { open, textOf, type Site } from '../support/site.js';
// @ts-expect-error a script without types
import { chromiumFlags, findBrowser } from '../../scripts/find-browser.mjs';

const servers = samplesOf('servers.zh-CN.md');
const templates = samplesOf('templates.zh-CN.md');
const home = [process.env['CATALINA_HOME'], '/usr/share/tomcat10'].find(
  (one) => one && existsSync(path.join(one, 'bin/catalina.sh')),
);
const ID = 'birth-registration';
const GUIDE = path.join(root, 'packages/schema/examples/guides', `${ID}.json`);

let folder: string | undefined;
let tomcat: ChildProcess | undefined;
let browser: Browser;
let base = '';

/** JSTL for the Tomcat that is there: from version 10 on it wants the names of Jakarta. */
function putJstl(lib: string): boolean {
  const jars = ['spec', 'impl'].map((part) => `/usr/share/java/taglibs-standard-${part}.jar`);
  const migrate = programOf('javax2jakarta');
  if (!migrate || !jars.every((jar) => existsSync(jar))) return false;
  mkdirSync(lib, { recursive: true });
  return jars.every((jar) => spawnSync(migrate, [jar, path.join(lib, path.basename(jar))]).status === 0);
}

/** A page as a developer of GBK times wrote it: everything around the samples, and the file itself, in GBK. */
const document = (first: string, jsp: string, data: string) =>
  gbk(`${first}<%
  request.setAttribute("guideId", "${ID}");
  String json = ${data};
%><html lang="zh-CN"><head><title>办事指南</title></head><body><h1>云泊县政务公开</h1>${jsp}</body></html>`);

before(async () => {
  if (!home) return;
  folder = mkdtempSync(path.join(tmpdir(), 'zwgk-tomcat-'));
  const app = path.join(folder, 'webapps/ROOT');
  for (const one of ['conf', 'temp', 'logs', 'work', 'webapps/ROOT/WEB-INF', 'webapps/ROOT/files/guides'])
    mkdirSync(path.join(folder, one), { recursive: true });
  const conf = [path.join(home, 'conf'), '/etc/tomcat10'].find((one) => existsSync(path.join(one, 'web.xml')))!;
  cpSync(path.join(conf, 'web.xml'), path.join(folder, 'conf/web.xml'));
  const port = await freePort();
  const [, web, connector] = servers('xml');
  writeFileSync(
    path.join(folder, 'conf/server.xml'),
    `<Server port="-1"><Service name="Catalina">
${connector!.replace('port="8080"', `port="${port}" address="127.0.0.1"`)}
<Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"/></Engine></Service></Server>`,
  );
  writeFileSync(
    path.join(app, 'WEB-INF/web.xml'),
    `<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">${web}</web-app>`,
  );
  cpSync(path.join(root, 'packages/elements/cdn'), path.join(app, 'zwgk'), { recursive: true });
  cpSync(GUIDE, path.join(app, 'files/guides', `${ID}.json`));
  // Browsers ask for it.
  writeFileSync(path.join(app, 'favicon.ico'), '');
  const policy = servers('jsp')[0]!;
  const [provider, inline] = templates('jsp');
  const directive = '<%@ page pageEncoding="GBK" contentType="text/html; charset=GBK" %>\n';
  const script = '<script src="/zwgk/zwgk.js" charset="utf-8"></script>';
  const text = JSON.stringify(JSON.stringify({ taskName: '户口登记</script><script>window.ran=1</script>', id: 'a' }));
  if (putJstl(path.join(app, 'WEB-INF/lib')))
    writeFileSync(path.join(app, 'provider.jsp'), document(policy, provider!, '""'));
  writeFileSync(path.join(app, 'inline.jsp'), document(directive + policy, script + inline!, text));
  base = `http://127.0.0.1:${port}`;
  tomcat = await startProgram(path.join(home, 'bin/catalina.sh'), ['run'], `${base}/zwgk/zwgk.js`, {
    CATALINA_HOME: home,
    CATALINA_BASE: folder,
    CATALINA_TMPDIR: path.join(folder, 'temp'),
  });
  browser = await launch({ executablePath: findBrowser() as string, args: chromiumFlags as string[] });
});
after(async () => {
  await browser?.close();
  tomcat?.kill('SIGKILL');
  if (folder) rmSync(folder, { recursive: true, force: true });
});
const there = (t: TestContext): boolean => {
  if (!home) t.diagnostic('Tomcat is not installed here: the samples were not run');
  return !!home;
};

test('Tomcat with the samples of the guide serves files compressed, checked each time, and byte for byte', async (t) => {
  if (!there(t)) return;
  const cdn = path.join(root, 'packages/elements/cdn');
  const modules = readdirSync(path.join(cdn, 'modules')).map((name) => `modules/${name}`);
  for (const [place, file] of [
    ...['zwgk.js', 'zwgk-whole.js', 'themes/red.css', ...modules.slice(0, 3)].map((name) => [
      `/zwgk/${name}`,
      path.join(cdn, name),
    ]),
    [`/files/guides/${ID}.json`, GUIDE],
  ] as [string, string][]) {
    const answer = await fetch(base + place);
    assert.equal(answer.headers.get('cache-control'), 'max-age=0', place);
    assert.match(answer.headers.get('content-type')!, /^(?:text\/javascript|text\/css|application\/json)/, place);
    assert.ok(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(file)), place);
    const again = await fetch(base + place, { headers: { 'if-none-match': answer.headers.get('etag')! } });
    assert.equal(again.status, 304, place);
    if (readFileSync(file).length > 2048) assert.equal(answer.headers.get('content-encoding'), 'gzip', place);
  }
});

async function shown(t: TestContext, name: string): Promise<string | undefined> {
  if (!there(t)) return undefined;
  if (!existsSync(path.join(folder!, 'webapps/ROOT', name))) {
    t.diagnostic('JSTL is not installed here: the sample was not run');
    return undefined;
  }
  const answer = await fetch(`${base}/${name}`);
  assert.equal(answer.status, 200, await answer.text());
  assert.match(answer.headers.get('content-type')!, /charset=GBK/i);
  assert.match(answer.headers.get('content-security-policy')!, /^default-src 'self'/);
  const { page, problems, close } = await open({ browser, base } as Site, `/${name}`);
  assert.equal(await page.evaluate('document.characterSet'), 'GBK');
  assert.equal(await page.$eval('h1', (title) => title.textContent), '云泊县政务公开');
  assert.equal(await page.evaluate('window.ran'), undefined);
  const text = await textOf(page, 'zwgk-guide-card');
  assert.deepEqual(problems, []);
  await close();
  return text;
}

test('the JSP sample with a number from the template shows that guide on a page in GBK', async (t) => {
  const text = await shown(t, 'provider.jsp');
  if (text) assert.ok(text.includes((JSON.parse(readFileSync(GUIDE, 'utf8')) as { taskName: string }).taskName), text);
});

test('the JSP sample with JSON inside shows it, whatever stands in it', async (t) => {
  const text = await shown(t, 'inline.jsp');
  if (text) assert.match(text, /户口登记<\/script><script>window\.ran=1<\/script>/);
});
