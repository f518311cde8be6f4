// 行政区划代码 GB/T 2260（6 位）与统计用区划代码（12 位：6 + 乡镇 3 + 村居 3）。
import { fails, firstOutside, type CodeCheck } from './check.js';
import { toHalfWidth, withoutSpaces } from './text.js';

/** Parts of a 行政区划代码. Levels are those of the code's shape: 盟, 旗, 苏木, 嘎查 and the like sit at the same places. */
export interface RegionParts {
  level: 'province' | 'prefecture' | 'county' | 'township' | 'village';
  /** 6-digit code of the 省级 unit, e.g. `340000` */
  province: string;
  /** 6-digit code of the 地级 unit, from 地级 downwards */
  prefecture?: string;
  /** 6-digit code of the 县级 unit, from 县级 downwards */
  county?: string;
  /** 9 digits, only in 12-digit codes */
  township?: string;
}

/**
 * Checks the shape of a 6- or 12-digit code. Codes change with mergers, so none is refused for being unknown;
 * compare with a list of a known date where that matters.
 */
export function checkRegionCode(text: string): CodeCheck<RegionParts, 'length' | 'characters'> {
  const value = withoutSpaces(toHalfWidth(text));
  const at = firstOutside(value, /\d/);
  if (at >= 0) return fails('characters', at);
  if (value.length !== 6 && value.length !== 12) return fails('length');
  if (!/^[1-8]/.test(value)) return fails('characters', 0);
  const province = `${value.slice(0, 2)}0000`;
  if (/^..0+$/.test(value)) return { ok: true, value, level: 'province', province };
  const prefecture = `${value.slice(0, 4)}00`;
  if (/^.{4}0+$/.test(value)) return { ok: true, value, level: 'prefecture', province, prefecture };
  const county = value.slice(0, 6);
  if (/^.{6}0*$/.test(value)) return { ok: true, value, level: 'county', province, prefecture, county };
  const level = value.endsWith('000') ? 'township' : 'village';
  return { ok: true, value, level, province, prefecture, county, township: value.slice(0, 9) };
}
