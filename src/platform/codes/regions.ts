import { CodeList } from './code-list.js';
import type { Code } from './code-list.js';
import { regionRows } from './region-rows.js';

/** Regions whose next level is listed in full: anything else below them does not exist. */
const complete = new Set([
  '110000',
  '310000',
  '320000',
  '330000',
  '340000',
  '350000',
  '370000',
  '440000',
  '320100',
  '320500',
  '350100',
]);

/**
 * Administrative regions (GB/T 2260). The list names every province, and cities and districts where
 * fairs have been held; a code below a region that is not listed in full is taken as it is
 * and shown under the nearest name above it.
 */
export class RegionList extends CodeList {
  override isKnown(code: string): boolean {
    if (super.isKnown(code)) return true;
    const above = /^[0-9]{6}$/.test(code) ? this.nearestAbove(code) : undefined;
    return above !== undefined && !complete.has(above.code);
  }

  protected override find(code: string): Code | undefined {
    return super.find(code) ?? this.nearestAbove(code);
  }

  private nearestAbove(code: string): Code | undefined {
    const city = `${code.slice(0, 4)}00`;
    const province = `${code.slice(0, 2)}0000`;
    return super.find(city) ?? super.find(province);
  }
}

export const regions = new RegionList(regionRows);
