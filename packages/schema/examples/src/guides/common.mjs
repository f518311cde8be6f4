// What every guide of this town has in common; what differs is written in each guide.
import { byId, GOV, HALL_HOURS, HOURS, ref, tels, town, TOWN_REGION } from '../place.mjs';
import { lines } from '../lib.mjs';

export const LEVEL = { county: '4', town: '5' };
export const file = (id, name, sizeBytes) => ({
  id,
  name,
  mime: name.endsWith('.pdf')
    ? 'application/pdf'
    : name.endsWith('.xlsx')
      ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  sizeBytes,
});

/** A material. `need`: 1 必要, 2 非必要, 3 容缺后补. `from`: 10 申请人自备, 20 政府部门核发, 30 中介机构, 99 其他. */
export const material = (order, name, { need = '1', from = '10', kind = '1', form = '3', copies = 1, paper = 'A4', ...rest } = {}) => ({
  order,
  name,
  kind,
  form,
  necessity: need,
  source: from,
  copies,
  ...(paper && { paper }),
  ...rest,
});
/** Papers that the window reads from shared data instead of asking for them. */
export const shared = (order, name, sourceNote, more = {}) =>
  material(order, name, {
    from: '20',
    kind: '3',
    copies: 0,
    sourceNote,
    fillNotes: '能够通过数据共享核验的，申请人免予提交；核验不到的，由窗口说明原因后再请申请人出示。',
    ...more,
  });
export const idCard = (order, who = '申请人', more = {}) =>
  shared(order, `${who}居民身份证`, '公安机关核发，窗口通过电子证照库核验', {
    acceptStandard: '证件在有效期内，人证一致。',
    ...more,
  });

const hall = byId.service;
export const townPlace = (window, phone = hall.phone) => ({
  name: '稻溪镇便民服务中心',
  address: hall.address,
  window,
  kind: '6',
  hours: HALL_HOURS,
  phone,
});
export const countyPlace = (window, phone) => ({
  name: '云泊县政务服务中心',
  address: '云泊县澄心大道66号',
  window,
  kind: '1',
  hours: HOURS,
  phone,
});
export const villagePlace = {
  name: '各村（社区）便民服务站',
  address: '户籍地或者居住地村（居）民委员会',
  kind: '5',
  hours: '周一至周五 8:30—11:30、14:30—17:00（农忙时节以公示栏公布的时间为准）',
  phone: tels('120'),
};

export const consult = (office, extra = []) => [
  { kind: '窗口', value: `${hall.address}咨询台` },
  { kind: '电话', value: office.phone },
  { kind: '电话', value: '12345' },
  { kind: '网络', value: '/interact/consult.html' },
  ...extra,
];
export const complain = [
  { kind: '电话', value: '12345' },
  { kind: '电话', value: tels('104') },
  { kind: '网络', value: '/interact/complain.html' },
  { kind: '信件', value: '云泊县稻溪镇溪口路1号镇纪检监察机构（邮编880121）' },
];
export const rights = (body, extra = []) =>
  lines(
    '一、申请人依法享有知情权、陈述权、申辩权，有权要求办理机关对公示内容予以说明、解释。',
    '二、申请人应当如实提交材料、反映真实情况，并对申请材料实质内容的真实性负责。',
    ...extra,
    `${extra.length ? '四' : '三'}、申请人对办理结果不服的，可以自知道或者应当知道该行政行为之日起60日内向${body}申请行政复议，也可以自知道或者应当知道作出行政行为之日起6个月内依法向人民法院提起行政诉讼。`,
  );

export const townDept = { deptName: GOV, deptCode: town.uscc, deptType: '1', useLevels: [LEVEL.town] };
export const countyDept = (o) => ({ deptName: o.name, deptCode: o.uscc, deptType: '1', useLevels: [LEVEL.county] });
/** 实施编码: code of the body, level, 基本编码. */
export const taskCode = (dept, level, catalogCode) => `${dept.uscc}${level}${catalogCode}`;

export const base = {
  taskState: '1',
  charged: false,
  express: true,
  onlinePay: false,
  inHall: true,
  bookable: true,
  kiosk: false,
  townCode: TOWN_REGION,
  lang: 'zh-Hans',
  complaint: complain,
  officeHours: HALL_HOURS,
  responsibleOrg: ref(hall),
};
