/** 年份, 发布机构, 体裁, 主题分类, 有效性, 公开方式: what a catalogue can be narrowed by. */
export const facetFields = ['year', 'publisher', 'genre', 'subjectCategory', 'validity', 'disclosureMode'] as const;
export type FacetField = (typeof facetFields)[number];
