import { nutsRows } from './data/nuts.ts';
import { regionsOf, type Centre, type RegionHit, type Regions, type RegionSearch } from './regions.ts';
import type { Lang } from './taxonomy.ts';

/** NUTS 2021 levels 0 to 2 and the prefectures: what people choose from. Level 3 is in `@musubi/reference/nuts3`. */
export const regions: Regions = /* @__PURE__ */ regionsOf(() => nutsRows);

/** Name in the language; the code itself where it is unknown. See {@link Regions.name}. */
export function regionName(code: string, lang: Lang): string {
  return regions.name(code, lang);
}

/** What the region lies in, nearest first. */
export function regionParents(code: string): readonly string[] {
  return regions.parents(code);
}

/** Whether the code is a NUTS code of level 0 to 2, a prefecture or `JP`. */
export function isRegion(code: string): boolean {
  return regions.has(code);
}

/** Latitude and longitude in degrees; null where the code is unknown. */
export function regionCentre(code: string): Centre | null {
  return regions.centre(code);
}

/** Regions found by name or code. See {@link Regions.search}. */
export function searchRegions(text: string, lang: Lang, options?: RegionSearch): readonly RegionHit[] {
  return regions.search(text, lang, options);
}
