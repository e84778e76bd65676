import { nutsRows } from './data/nuts.ts';
import { nuts3Rows } from './data/nuts3.ts';
import { regionsOf, type Regions } from './regions.ts';

/** NUTS 2021 levels 0 to 3 and the prefectures: some 1,570 regions. For the server, and for a page that draws them all. */
export const allRegions: Regions = /* @__PURE__ */ regionsOf(() => [...nutsRows, ...nuts3Rows]);
