import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  Catalogue,
  ComplaintFields,
  Complaint,
  DiscretionStandard,
  FlowChart,
  Guide,
  Letter,
  PowerItem,
  StandardCatalogue,
  checkUscc,
  defaultCalendar,
} from '@zwgk/schema';

const root = new URL('../../packages/schema/examples/', import.meta.url);
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;
const read = (path: string): Json => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const folder = (name: string): Json[] =>
  readdirSync(new URL(`${name}/`, root))
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const value = read(`${name}/${file}`);
      assert.equal(`${value.id}.json`, file, `${name}/${file} is named after its id`);
      return value;
    });

const bureau = read('bureau.json');
const guides = folder('guides');
const charts = folder('flowcharts');
const powers = folder('powers');
const discretions = folder('discretions');
const disclosure = read('catalogues/disclosure.json');
const standard = read('catalogues/standard.json');
const letters = read('letters.json');
const everything = { bureau, guides, charts, powers, discretions, disclosure, standard, letters };

/** Every string of the shipped data with its path. */
const strings = (value: Json, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : value && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, child]) => strings(child, `${path}/${key}`))
      : [];
const all = strings(everything);
const ids = (list: Json[]) => new Set(list.map((item) => item.id));

describe('the sample bureau', () => {
  it('has a guide, charts, powers, a catalogue, a standard catalogue and letters in the promised number', () => {
    assert.ok(bureau.orgs.length >= 10);
    assert.ok(guides.length >= 10);
    assert.ok(charts.length >= 6);
    assert.ok(powers.length >= 6);
    assert.ok(letters.length >= 14);
    assert.ok(disclosure.entries.length >= 320);
    assert.ok(standard.items.length >= 33);
    assert.ok(new Set(standard.items.map((item: Json) => item.level1)).size >= 8);
  });

  it('is read without an issue by the schemas of its subjects', () => {
    const readBy = (schema: { safeParse(value: unknown): { success: boolean; error?: unknown } }, list: Json[]) => {
      for (const value of list) {
        const result = schema.safeParse(value);
        assert.ok(result.success, `${value.id}: ${JSON.stringify(result.error)}`);
      }
    };
    readBy(Guide, guides);
    readBy(FlowChart, charts);
    readBy(PowerItem, powers);
    readBy(DiscretionStandard, discretions);
    readBy(Catalogue, [disclosure]);
    readBy(StandardCatalogue, [standard]);
    readBy(Letter, letters);
  });

  it('is what its sources say', () => {
    execFileSync(process.execPath, [new URL('../../scripts/make-examples.mjs', import.meta.url).pathname, '--check']);
  });

  it('names only bodies with right check digits in a region that does not exist', () => {
    const codes = all.filter(([path]) => /\/(uscc|deptCode)$/.test(path)).map(([, code]) => code);
    assert.ok(codes.length > 100);
    for (const code of new Set(codes)) {
      assert.ok(checkUscc(code).ok, code);
      assert.equal(code.slice(2, 8), bureau.regionCode);
    }
    for (const guide of guides) {
      assert.equal(guide.taskCode, `${guide.deptCode}${guide.useLevels[0]}${guide.catalogCode}`, guide.id);
      assert.match(guide.taskCode, /^[0-9A-HJ-NPQRTUWXY]{18}[1-6]\d{9}(\d{3}|00Y)$/);
    }
  });

  it('prints no telephone number that could ring', () => {
    const numbers = all.flatMap(([path, value]) =>
      [...value.matchAll(/(?<![\d-])(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9}|400-?\d{7})(?![\d-])/g)].map(([n]) => [path, n]),
    );
    assert.ok(numbers.length > 50);
    for (const [path, number] of numbers) assert.match(number!, /^0460-0000\d{3}$/, path);
    for (const org of bureau.orgs) assert.match(org.phone, /^(0\d{2,3}-?)?\d{7,8}$/);
  });

  it('holds no number that looks like an identity card and no e-mail address that could be reached', () => {
    for (const [path, value] of all) {
      assert.doesNotMatch(value, /(?<![\dA-Z])\d{17}[\dXx](?![\dA-Z])/, path);
      for (const [address] of value.matchAll(/[\w.+-]+@[\w.-]+/g)) assert.match(address, /\.example\.invalid$/, path);
      for (const [address] of value.matchAll(/https?:\/\/\S+/g)) assert.fail(`${path}: ${address}`);
    }
  });

  it('uses no character that shows a slip of the pen', () => {
    for (const [path, value] of all)
      assert.doesNotMatch(value, /\uFFFD|undefined|\[object|NaN|[一-龥][,;?!][一-龥]/, path);
  });
});

describe('sample guides', () => {
  it('point to charts that exist, and their situations to materials that exist', () => {
    for (const guide of guides) {
      if (guide.flowChartId) assert.ok(ids(charts).has(guide.flowChartId), guide.id);
      const orders = guide.materials.map((item: Json) => item.order);
      assert.equal(new Set(orders).size, orders.length, guide.id);
      for (const situation of guide.situations ?? [])
        for (const option of situation.options)
          for (const order of option.materials ?? []) assert.ok(orders.includes(order), `${guide.id} ${order}`);
    }
    assert.ok(guides.filter((guide) => guide.situations).length >= 3);
  });

  it('are complete and keep the rules of an inspection', () => {
    const key = ['taskName', 'legalBasis', 'acceptConditions', 'materials', 'places', 'officeHours', 'consult', 'flow'];
    for (const guide of guides) {
      assert.ok(Object.keys(guide).length >= 25, guide.id);
      for (const field of key) assert.ok(guide[field]?.length > 0, `${guide.id}.${field}`);
      if (guide.statutoryDays > 0 && guide.statutoryUnit === guide.promisedUnit)
        assert.ok(guide.promisedDays <= guide.statutoryDays, guide.id);
      if (guide.projectType === '1') assert.equal(guide.promisedDays, 0, guide.id);
      assert.equal(guide.charged, Boolean(guide.fees?.length), guide.id);
      for (const fee of guide.fees ?? []) assert.ok(fee.basis && (!fee.reducible || fee.reduceBasis), fee.name);
      if (guide.visits > 0) assert.ok(guide.visitReason, guide.id);
      else assert.ok(guide.online || guide.express, guide.id);
      if (guide.taskType === '01') assert.ok(guide.statutoryDays <= 20, guide.id);
      assert.match(guide.rights, /60日.*6个月/s, guide.id);
      assert.match(guide.onlineUrl, /^\//);
      for (const { blankForm, sampleForm } of guide.materials)
        if (blankForm && sampleForm) assert.notEqual(blankForm.sizeBytes, sampleForm.sizeBytes);
    }
    assert.ok(guides.some((guide) => guide.charged));
    assert.ok(guides.some((guide) => guide.materials.some((item: Json) => item.necessity === '3')));
    assert.ok(guides.some((guide) => guide.materials.some((item: Json) => item.source === '20')));
  });
});

describe('sample flow charts', () => {
  const out = (chart: Json, id: string): Json[] => chart.edges.filter((edge: Json) => edge.from === id);

  it('have edges between their own nodes, and every node can be reached from a start', () => {
    for (const chart of charts) {
      const known = ids(chart.nodes);
      assert.equal(known.size, chart.nodes.length, chart.id);
      for (const { from, to } of chart.edges) assert.ok(known.has(from) && known.has(to), `${chart.id} ${from}>${to}`);
      const reached = new Set(chart.nodes.filter((node: Json) => node.kind === 'start').map((node: Json) => node.id));
      assert.ok(reached.size > 0);
      for (const id of reached) for (const edge of out(chart, id as string)) reached.add(edge.to);
      assert.deepEqual(
        [...known].filter((id) => !reached.has(id)),
        [],
        chart.id,
      );
    }
  });

  it('end at ends only, and every decision has two labelled ways out', () => {
    for (const chart of charts)
      for (const node of chart.nodes) {
        const ways = out(chart, node.id);
        assert.equal(ways.length === 0, node.kind === 'end', `${chart.id} ${node.id}`);
        if (node.kind === 'decision')
          assert.ok(ways.length >= 2 && ways.every((way) => way.label), `${chart.id} ${node.id}`);
      }
  });

  it('name a lane for each node, and a post and a time limit for each step', () => {
    for (const chart of charts) {
      for (const node of chart.nodes) {
        assert.ok(chart.lanes.includes(node.lane), `${chart.id} ${node.id}`);
        assert.ok([...node.label].length <= 40, node.label);
        if (node.kind === 'step') assert.ok(node.post && node.timeLimit, `${chart.id} ${node.id}`);
      }
      for (const lane of chart.lanes)
        assert.ok(
          chart.nodes.some((node: Json) => node.lane === lane),
          `${chart.id} ${lane}`,
        );
    }
  });

  it('go in circles only along loopback edges, and their working days add up to no more than what is promised', () => {
    for (const chart of charts) {
      const promised = guides.find((guide) => guide.flowChartId === chart.id);
      const walking = new Set<string>();
      const longest = (id: string): number => {
        assert.ok(!walking.has(id), `${chart.id}: circle at ${id}`);
        walking.add(id);
        const node = chart.nodes.find((item: Json) => item.id === id);
        const own = node.timeLimit?.kind === 'workingDays' ? node.timeLimit.value : 0;
        const rest = out(chart, id).filter((edge) => edge.kind !== 'loopback');
        const days = own + Math.max(0, ...rest.map((edge) => longest(edge.to)));
        walking.delete(id);
        return days;
      };
      const days = Math.max(...chart.nodes.filter((n: Json) => n.kind === 'start').map((n: Json) => longest(n.id)));
      if (promised?.promisedUnit === 'workday' && promised.promisedDays > 0)
        assert.ok(days <= promised.promisedDays, `${chart.id}: ${days} > ${promised.promisedDays}`);
    }
  });

  it('cover the shapes that a viewer must draw', () => {
    const sizes = charts.map((chart) => chart.nodes.length);
    assert.equal(Math.min(...sizes), 5);
    assert.ok(Math.max(...sizes) >= 28);
    const penalty = charts.find((chart) => chart.id === 'penalty-ordinary');
    assert.ok(penalty.nodes.filter((node: Json) => node.kind === 'start').length >= 5);
    assert.ok(penalty.nodes.filter((node: Json) => node.kind === 'end').length >= 4);
    const foi = charts.find((chart) => chart.id === 'foi');
    assert.equal(out(foi, 'law').filter((edge) => /^r\d$/.test(edge.to)).length, 9);
    const kinds = new Set(charts.flatMap((chart) => chart.edges.map((edge: Json) => edge.kind)));
    assert.deepEqual([...kinds].sort(), ['loopback', 'no', 'normal', 'timeout', 'yes']);
    assert.ok(charts.some((chart) => chart.nodes.some((node: Json) => node.risks?.length && node.isPublic === false)));
  });
});

describe('sample powers', () => {
  it('point to charts, guides and discretion standards that exist, and every chart to a power', () => {
    for (const power of powers) {
      assert.ok(ids(charts).has(power.flowChartId), power.id);
      for (const id of power.guideIds) assert.ok(ids(guides).has(id), id);
      for (const id of power.discretionIds ?? []) assert.ok(ids(discretions).has(id), id);
      assert.ok(power.basis.length && power.duties.length && power.accountability.length && power.supervision.phone);
    }
    for (const chart of charts) assert.ok(ids(powers).has(chart.powerItemId), chart.id);
  });

  it('leave neither gap nor overlap between the tiers of discretion', () => {
    for (const { tiers } of discretions) {
      const fines = tiers.filter((tier: Json) => tier.max > 0);
      for (const [i, tier] of fines.slice(1).entries()) {
        assert.equal(tier.min, fines[i].max);
        assert.notEqual(tier.minInclusive, fines[i].maxInclusive);
      }
      assert.equal(fines[0].min, 10000);
      assert.equal(fines[fines.length - 1].max, 100000);
    }
  });
});

describe('sample catalogue', () => {
  const { nodes, entries } = disclosure;
  const indexes = new Set(entries.map((entry: Json) => entry.indexNumber));

  it('has a tree of two levels with entries in every leaf', () => {
    assert.ok(nodes.length >= 14);
    const parents = new Set(nodes.map((node: Json) => node.parentId).filter(Boolean));
    for (const parent of parents) assert.ok(!nodes.find((node: Json) => node.id === parent).parentId, String(parent));
    for (const entry of entries) assert.ok(ids(nodes).has(entry.catalogNodeId) && !parents.has(entry.catalogNodeId));
    for (const node of nodes)
      if (!parents.has(node.id))
        assert.ok(
          entries.some((entry: Json) => entry.catalogNodeId === node.id),
          node.title,
        );
  });

  it('gives every entry a number of form A, a title of its own, and a document number at most once', () => {
    assert.equal(indexes.size, entries.length);
    const titles = new Set(entries.map((entry: Json) => entry.title));
    assert.equal(titles.size, entries.length);
    for (const { indexNumber, publishedAt } of entries) {
      assert.match(indexNumber, /^[0-9A-HJ-NPQRTUWXY]{18}\/\d{4}-\d{5}$/);
      assert.equal(indexNumber.slice(0, 18), bureau.uscc);
      assert.equal(indexNumber.slice(19, 23), publishedAt.slice(0, 4));
    }
    const numbers = entries.map((entry: Json) => entry.docNumber).filter(Boolean);
    assert.ok(numbers.length > 40);
    assert.equal(new Set(numbers).size, numbers.length);
    for (const entry of entries)
      if (entry.docNumber) assert.match(entry.docNumber, new RegExp(`^稻.+〔${entry.formedDate.slice(0, 4)}〕\\d+号$`));
  });

  it('was published on working days of 2024 to 2026, within twenty working days, and holds together in time', () => {
    for (const entry of entries) {
      const published = entry.publishedAt.slice(0, 10);
      assert.ok(published >= '2024-01-01' && published <= '2026-11-22', entry.title);
      assert.ok(defaultCalendar.isWorkday(published), `${published} ${entry.title}`);
      assert.ok(defaultCalendar.isWorkday(entry.formedDate), `${entry.formedDate} ${entry.title}`);
      assert.ok(entry.formedDate <= published, entry.title);
      let days = 0;
      for (let d = new Date(`${entry.formedDate}T00:00:00Z`); ;) {
        d = new Date(d.getTime() + 864e5);
        const day = d.toISOString().slice(0, 10);
        if (day > published) break;
        if (defaultCalendar.isWorkday(day)) days++;
      }
      assert.ok(days <= 20, entry.title);
      if (entry.expiryDate && entry.effectiveDate) assert.ok(entry.expiryDate >= entry.effectiveDate, entry.title);
      if (entry.validity === 'valid' && entry.expiryDate) assert.ok(entry.expiryDate > '2026-11-22', entry.title);
    }
    const validities = new Set(entries.map((entry: Json) => entry.validity));
    for (const validity of ['valid', 'invalid', 'repealed', 'amended', 'trial'])
      assert.ok(validities.has(validity), validity);
  });

  it('links documents to interpretations and successors that exist', () => {
    const linked = entries.filter((entry: Json) => entry.interpretationIds);
    assert.ok(linked.length >= 10);
    for (const entry of linked)
      for (const id of entry.interpretationIds) assert.ok(indexes.has(id), `${entry.title} ${id}`);
    for (const entry of entries) if (entry.replacedBy) assert.ok(indexes.has(entry.replacedBy), entry.title);
    for (const entry of entries)
      if (entry.validity === 'repealed' || entry.validity === 'amended') assert.ok(entry.replacedBy, entry.title);
  });

  it('has exactly four internal entries, and nothing to read in what is not public', () => {
    assert.equal(entries.filter((entry: Json) => entry.audience === 'internal').length, 4);
    const closed = entries.filter((entry: Json) => entry.disclosureMode !== 'proactive');
    assert.ok(closed.some((entry: Json) => entry.disclosureMode === 'onRequest'));
    for (const entry of closed) {
      assert.ok(entry.disclosureReason, entry.title);
      assert.equal(entry.body ?? entry.attachments ?? entry.url, undefined, entry.title);
    }
    for (const entry of entries)
      if (entry.disclosureMode === 'proactive') assert.ok(entry.body ?? entry.attachments ?? entry.url, entry.title);
  });

  it('has texts to read: sixty or more of two to eight paragraphs, none of them twice', () => {
    const bodies: string[] = entries.map((entry: Json) => entry.body).filter(Boolean);
    const long = bodies.filter((body) => body.split('\n').length >= 2);
    assert.ok(long.length >= 60, String(long.length));
    for (const body of bodies) assert.ok(body.split('\n').length <= 8);
    // Salutations (各村（居）民委员会，镇属各单位：) come again, sentences do not.
    const paragraphs = bodies.flatMap((body) => body.split('\n')).filter((line) => !line.endsWith('：'));
    assert.equal(new Set(paragraphs).size, paragraphs.length);
  });
});

describe('sample letters', () => {
  it('mask every name, are answered, and keep their day; one was extended and says why', () => {
    for (const letter of letters) {
      assert.match(letter.from, /^\p{Script=Han}\*{1,2}$/u);
      assert.ok(letter.submittedAt <= letter.acceptedAt && letter.acceptedAt <= letter.repliedAt, letter.id);
      assert.ok(letter.repliedAt.slice(0, 10) <= letter.dueAt, letter.id);
      for (const at of [letter.acceptedAt, letter.repliedAt]) assert.ok(defaultCalendar.isWorkday(at.slice(0, 10)), at);
      assert.ok(letter.reply.length > 80);
      if (letter.about) assert.ok(ids(guides).has(letter.about));
    }
    const extended = letters.filter((letter: Json) => letter.extension);
    assert.equal(extended.length, 1);
    assert.ok(extended[0].extension.reason && extended[0].extension.approver);
    assert.ok(new Set(letters.map((letter: Json) => letter.kind)).size >= 6);
  });
});

describe('invalid samples', () => {
  const files = readdirSync(new URL('invalid/', root));
  const schemas: Record<string, { safeParse(value: unknown): { success: boolean } }> = {
    guide: Guide,
    flowchart: FlowChart,
    catalogue: Catalogue,
    power: PowerItem,
    complaint: Complaint,
  };
  /** Whole for the schema, wrong as a chart: found by walking it. */
  const walked = ['flowchart.edge-to-nowhere.json', 'flowchart.unreachable-node.json'];

  it('are refused by the schema of their subject', () => {
    assert.ok(files.length >= 12);
    for (const file of files) {
      const schema = schemas[file.split('.')[0]!];
      assert.ok(schema, file);
      assert.equal(schema.safeParse(read(`invalid/${file}`)).success, walked.includes(file), file);
    }
    assert.equal(ComplaintFields.safeParse(read('invalid/complaint.no-contact.json')).success, true);
  });
});
