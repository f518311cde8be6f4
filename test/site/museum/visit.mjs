/** Looks at every element on one page in one browser and tells what is wrong. */
import { elements } from './elements.mjs';
import { difference } from './picture.mjs';

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function until(condition, sentence, ms = 6000) {
  const end = Date.now() + ms;
  for (;;) {
    if (await condition()) return;
    if (Date.now() > end) throw new Error(`in vain: ${sentence}`);
    await wait(40);
  }
}
const quote = JSON.stringify;

/** All tags of ours are registered and not busy, and nothing moves any more. */
async function settle(driver, expected) {
  let left;
  await until(async () => {
    left = await driver.run(`museum.pending()`);
    return !left.length && (await driver.run('museum.elements().length')) >= expected;
  }, 'all elements settle').catch((error) => {
    throw new Error(`${error.message}; left: ${left}`);
  });
  let before;
  await until(async () => {
    const now = quote(await driver.run(`museum.elements().map(function(e){return e.offsetHeight})`));
    const same = now === before;
    before = now;
    // A part that comes later may still change them.
    if (!same) await wait(300);
    return same;
  }, 'heights come to rest');
}

/** What `look` sees of a page that is being printed. */
async function onPaper(driver, look) {
  await driver.media('print');
  await driver.run(`(dispatchEvent(new Event('beforeprint')),1)`);
  try {
    await settle(driver, 0);
    return await look();
  } finally {
    await driver.run(`(dispatchEvent(new Event('afterprint')),1)`);
    await driver.media('screen');
    await settle(driver, 0);
  }
}

/** The page's own acts, their results, its look and the world of its scripts. */
async function hostOf(driver) {
  await driver.run('(window.hostDone=false, host.act(function(){window.hostDone=true}), 1)');
  await until(() => driver.run('window.hostDone'), 'the page’s own script is done');
  return {
    report: await driver.run('host.report()'),
    print: await driver.run('museum.hostPrint()'),
    world: await driver.run('museum.world()'),
    state: await driver.run('museum.state()'),
  };
}

/** How an element is used: everything by real keys and clicks. */
function user(driver, tag, index) {
  const place = (selector, text) => `museum.place(${quote(tag)},${quote(selector)},${quote(text ?? '')},${index})`;
  const at = {
    has: (selector, text) => driver.run(`!!${place(selector, text)}`),
    count: (selector) =>
      driver.run(`museum.first(${quote(tag)},${index}).shadowRoot.querySelectorAll(${quote(selector)}).length`),
    text: (selector) => driver.run(`(${place(selector)}||{}).innerText||(${place(selector)}||{}).textContent||''`),
    value: (selector) => driver.run(`${place(selector)}.value`),
    active: () =>
      driver.run(
        `(function(a){return a?a.localName+'#'+a.id+' '+(a.getAttribute('aria-label')||a.textContent||'').trim().slice(0,24):''})(museum.active())`,
      ),
    focus: (selector) => driver.run(`(${place(selector)}.focus(),1)`),
    async click(selector, text) {
      await until(() => at.has(selector, text), `${selector} is there`, 8000);
      const box = await driver.run(
        `(function(e){e.scrollIntoView({block:'center',behavior:'instant'});var b=e.getClientRects()[0]||e.getBoundingClientRect();return [b.left+Math.min(b.width/2,40),b.top+b.height/2]})(${place(selector, text)})`,
      );
      await driver.mouse(box[0], box[1]);
      await wait(60);
    },
    press: async (key) => {
      await driver.press(key);
      await wait(40);
    },
    type: (text) => driver.type(text),
    until: (condition, sentence) => until(condition, sentence, 8000),
  };
  return at;
}

/** The first places in which two prints differ, as sentences. */
function unlike(found, wanted) {
  const faults = [];
  const [a, b] = [found.lines, wanted.lines];
  if (a.length !== b.length) faults.push(`${a.length} boxes, ${b.length} on a clean page`);
  for (let i = 0; i < Math.min(a.length, b.length) && faults.length < 3; i++) {
    if (a[i].what !== b[i].what) faults.push(`${a[i].what} where ${b[i].what} stands on a clean page`);
    else if (a[i].style !== b[i].style) faults.push(`${a[i].what}: ${a[i].style}, clean: ${b[i].style}`);
    // Rounding of a fractional left edge moves a line by a pixel.
    else if (a[i].box.some((value, k) => Math.abs(value - b[i].box[k]) > 1.6))
      faults.push(`${a[i].what} at ${a[i].box.map(Math.round)}, clean: ${b[i].box.map(Math.round)}`);
  }
  return faults;
}

const key = ([tag, width]) => `${tag}:${width}`;
/** Prints and pictures of elements on the clean page at given widths, remembered for the run. */
async function cleanOf(driver, base, size, wanted, cache, { shots, quirks, paper }) {
  const name = (one) => `${size.width} ${quirks} ${paper} ${key(one)}`;
  const missing = wanted.filter((one) => !cache.has(name(one)));
  if (missing.length) {
    await driver.open(`${base}/museum/clean?w=${missing.map(key).join()}${quirks ? '&quirks' : ''}`, size);
    await settle(driver, missing.length);
    const look = async () => {
      for (const [index, one] of missing.entries()) {
        const nth = missing.slice(0, index).filter(([tag]) => tag === one[0]).length;
        const print = await driver.run(`museum.print(${quote(one[0])},${nth})`);
        const shot = shots && (await picture(driver, one[0], nth));
        cache.set(name(one), { print, shot });
      }
    };
    await (paper ? onPaper(driver, look) : look());
  }
  return wanted.map((one) => cache.get(name(one)));
}

async function picture(driver, tag, index) {
  await driver.run('(scrollTo(0,0),1)');
  const box = await driver.run(
    `(function(b){return {x:b.left+pageXOffset,y:b.top+pageYOffset,width:b.width,height:b.height}})(museum.first(${quote(tag)},${index}).getBoundingClientRect())`,
  );
  return driver.shot({
    ...box,
    x: Math.round(box.x),
    y: Math.round(box.y),
    width: Math.floor(box.width),
    height: Math.floor(box.height),
  });
}

/** Tags of one page → what is wrong with each; `page` for the page itself. */
export async function visit(
  driver,
  { base, bodies },
  page,
  { tags = Object.keys(elements), cache = new Map(), shots = true } = {},
) {
  const size = { width: page.width ?? 1280, height: page.width ? 800 : 900 };
  const faults = Object.fromEntries(['page', ...tags].map((name) => [name, []]));
  const only = tags.length < Object.keys(elements).length ? `&only=${tags}` : '';
  const address = (zwgk) => `${base}/page/${page.name}?zwgk=${zwgk}${only}`;
  const open = async (zwgk) => {
    await driver.open(address(zwgk), size);
    if (page.frame) await driver.into(page.frame);
    await until(() => driver.run('!!window.host'), 'the page runs');
  };

  await open('off');
  await wait(150);
  const without = await hostOf(driver);
  const logWithout = driver.log();

  await open('on');
  try {
    await settle(driver, tags.length);
  } catch (error) {
    faults.page.push(`${error.message}; ${quote((await driver.run('museum.state()')).problems)} ${driver.log()}`);
    return { faults, shift: undefined };
  }
  await wait(100);
  const settled = await driver.run('museum.state()');
  const shift = settled.shift === null ? undefined : settled.shift - (without.state.shift ?? 0);
  const withUs = await hostOf(driver);
  harm(faults.page, without, withUs);

  // A page without a doctype sets lines closer, in shadow trees, too: it is measured by a clean page of its kind.
  const quirks = await driver.run('museum.quirks');
  const found = [];
  for (const tag of tags) {
    const print = await driver.run(`museum.print(${quote(tag)},0)`);
    const contrast = await driver.run(`museum.contrast(${quote(tag)},0)`);
    if (print.width < 200 || print.height < 60) faults[tag].push(`is ${print.width} × ${print.height}`);
    if (contrast < 4.5) faults[tag].push(`has a contrast of ${contrast.toFixed(1)} with what is behind it`);
    found.push({ tag, print, shot: shots && driver.shot && !page.frame ? await picture(driver, tag, 0) : undefined });
  }
  for (const tag of tags) {
    const seen = await driver.run(
      `(function(e){e.scrollIntoView({block:'center',behavior:'instant'});var b=e.getBoundingClientRect();var hit=document.elementFromPoint(b.left+b.width/2,Math.max(b.top,0)/2+Math.min(b.bottom,innerHeight)/2);return !!hit&&(hit===e||e.contains(hit)||hit.localName===e.localName)})(museum.first(${quote(tag)},0))`,
    );
    if (!seen) faults[tag].push('is covered by the page');
  }
  const papers = [];
  // Frames are printed with the page that holds them, by styles of their own.
  if (driver.media && !page.frame)
    await onPaper(driver, async () => {
      for (const tag of tags) papers.push({ tag, print: await driver.run(`museum.print(${quote(tag)},0)`) });
    });
  bodies.length = 0;
  for (const tag of tags)
    try {
      // What was opened in the element above may still be growing, and moves what would be clicked at.
      await settle(driver, 0);
      await elements[tag].use(user(driver, tag, 0));
    } catch (error) {
      faults[tag].push(`does not work: ${error.message}`);
    }
  const after = await driver
    .run(`host.afterUse?host.afterUse():''`)
    .catch((error) => `the page is gone: ${error.message}`);
  if (after) faults.page.push(after);
  const { problems } = await driver.run('museum.state()');
  const more = problems.filter((one) => !without.state.problems.includes(one));
  // The stand-in for a service knows no case; the browser says so itself.
  const log = driver.log().filter((one) => !logWithout.includes(one) && !/404/.test(one));
  if (more.length) faults.page.push(...new Set(more));
  else if (log.length) faults.page.push(...new Set(log.map((one) => `log: ${one}`)));
  const world = await driver.run('museum.world()');
  for (const what of ['address', 'title', 'history'])
    if (world[what] !== withUs.world[what]) faults.page.push(`${what} became ${world[what]}`);

  const widthsOf = (list) => list.map(({ tag, print }) => [tag, Math.round(print.width * 100) / 100]);
  const clean = await cleanOf(driver, base, size, widthsOf(found), cache, { shots: shots && driver.shot, quirks });
  for (const [i, { tag, print, shot }] of found.entries()) {
    if (page.unlike?.[tag]) continue;
    faults[tag].push(...unlike(print, clean[i].print));
    if (shot && clean[i].shot) {
      const share = difference(shot, clean[i].shot);
      if (share > 0.02) faults[tag].push(`${(share * 100).toFixed(1)} % of its picture differs`);
    }
  }
  const printed = await cleanOf(driver, base, size, widthsOf(papers), cache, { quirks, paper: true });
  for (const [i, { tag, print }] of papers.entries()) {
    // A title that opens or folds something in place is a button that says what it opens.
    const buttons = print.lines.filter(({ what }) => /^(?:button|select)\.(?!(?:link|fold)@)/.test(what));
    if (buttons.length) faults[tag].push(`prints what can only be pressed: ${buttons[0].what}`);
    if (!page.unlike?.[tag]) faults[tag].push(...unlike(print, printed[i].print).map((fault) => `printed: ${fault}`));
  }
  return { faults, shift, shifted: settled.shifted, found, clean };
}

/** How far each element, alone on the page with something below it, makes the page jump while it loads. */
export async function shiftsOf(driver, { base }, page, tags = Object.keys(elements)) {
  const size = { width: page.width ?? 1280, height: page.width ? 800 : 900 };
  const measure = async (query, expected) => {
    await driver.open(`${base}/page/${page.name}?${query}`, size);
    if (page.frame) await driver.into(page.frame);
    await until(() => driver.run('!!window.host'), 'the page runs');
    if (expected) await settle(driver, expected);
    await wait(100);
    return (await driver.run('museum.state()')).shift;
  };
  const without = await measure(`zwgk=off&only=${tags[0]}`, 0);
  const shifts = {};
  for (const tag of tags) shifts[tag] = Math.max(0, (await measure(`zwgk=on&only=${tag}`, 1)) - without);
  return shifts;
}

/** What a page's own scripts and styles can notice of us. */
function harm(faults, without, withUs) {
  if (quote(without.report) !== quote(withUs.report))
    faults.push(`the page’s own results: ${quote(withUs.report)}, without us: ${quote(without.report)}`);
  if (quote(without.world.natives) !== quote(withUs.world.natives))
    faults.push(`natives changed: ${quote(withUs.world.natives)}, without us: ${quote(without.world.natives)}`);
  const allowed = /^(?:zwgk\w*|lit\w*|reactiveElementVersions|trustedTypes)$/;
  const added = withUs.world.globals.filter(
    (name) => !without.world.globals.includes(name) && !allowed.test(name) && !/^\d+$/.test(name),
  );
  if (added.length) faults.push(`new global names: ${added}`);
  for (const what of ['address', 'hash', 'title'])
    if (without.world[what] !== withUs.world[what]) faults.push(`${what}: ${withUs.world[what]}`);
  // A scroll bar of its own changes every width.
  if (without.print.room !== withUs.print.room) return;
  const [a, b] = [withUs.print.lines, without.print.lines];
  if (a.length !== b.length) faults.push(`${a.length} elements of the page, ${b.length} without us`);
  for (const [i, line] of a.entries())
    if (line !== b[i]) {
      faults.push(`the page’s ${line}; without us: ${b[i]}`);
      break;
    }
}

/** Below the floor: the author's content is there to read, our loader raises nothing, the page is unharmed. */
export async function below(driver, { base }, page) {
  const faults = [];
  const seen = {};
  for (const zwgk of ['off', 'on']) {
    await driver.open(`${base}/page/${page.name}?zwgk=${zwgk}`, { width: page.width ?? 1280, height: 900 });
    if (page.frame) await driver.into(page.frame);
    await until(() => driver.run('!!window.host'), 'the page runs');
    await wait(300);
    seen[zwgk] = { ...(await hostOf(driver)), log: driver.log() };
  }
  const floors = await driver.run(
    `(function(all){var n=0;for(var i=0;i<all.length;i++)if(all[i].offsetHeight>5)n++;return [n,all.length]})(document.querySelectorAll('.floor'))`,
  );
  if (!floors[1] || floors[0] !== floors[1])
    faults.push(`the author’s content: ${floors[0]} of ${floors[1]} can be read`);
  harm(faults, seen.off, seen.on);
  const more = seen.on.state.problems.filter((one) => !seen.off.state.problems.includes(one));
  const log = seen.on.log.filter((one) => !seen.off.log.includes(one));
  // Only the loader is read by every browser; a file with everything in it is a syntax error to old ones, and no more.
  const whole = page.script && !['loader', 'plain', 'defer'].includes(page.script);
  const known = (one) => whole && /SyntaxError|Unexpected token|Script error/.test(one);
  faults.push(...new Set([...more, ...log].filter((one) => !known(one))));
  return faults;
}
