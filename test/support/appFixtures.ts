import type { Json } from '../../server/src/convert/tiptap.js';
import { FixtureApp, fixtureTable } from './FixtureApp.js';
import { fixtureId } from './fixtureId.js';

/** How ToolJet's app file looked over the years; era E is a tree of files, see `appRepositories.ts`. */
export type FileEra = 'A' | 'B' | 'C' | 'D';

export const fileEras: readonly FileEra[] = ['A', 'B', 'C', 'D'];

export interface AppFixtureOptions {
  readonly appName?: string;
  /** A new version of the same app keeps the app's id and gets new ids for everything else. */
  readonly versionName?: string;
  /** Two apps of one name differ by it; default 0. */
  readonly seed?: number;
  readonly components?: number;
  readonly queries?: number;
  readonly pages?: number;
  /** Adds a table of ToolJet's database (not in era A). */
  readonly table?: boolean;
  readonly defect?: 'dangling-query' | 'dangling-data-source' | 'stale-component' | 'repeated-id';
}

/** An app file in parsed form and exactly as ToolJet writes it: two spaces, no final newline. */
export interface AppFixture {
  readonly id: string;
  readonly appName: string;
  readonly versionName: string;
  readonly versionId: string;
  readonly json: Json;
  readonly text: string;
}

const toolJetVersions = { B: '2.25.0-ee2.11.1-cloud2.1.8', C: '3.0.14-ee-lts', D: '3.20.53-ee-lts' };

/** A file's text as ToolJet writes it. */
export function appText(json: Json): string {
  return JSON.stringify(json, null, 2);
}

/** One app of an era: same options, same bytes. */
export function appFixture(era: FileEra, options: AppFixtureOptions = {}): AppFixture {
  const plan = {
    appName: 'Orders',
    versionName: 'v1',
    seed: 0,
    components: 6,
    queries: 3,
    pages: 2,
    table: false,
    ...options,
  };
  const id = fixtureId(plan.appName, plan.seed);
  const versionId = fixtureId(id, plan.versionName);
  const appV2 = new FixtureApp(era, plan, id, versionId).appV2();
  const tables = plan.table ? [fixtureTable(id)] : [];
  const json: Json =
    era === 'A'
      ? { appV2 }
      : {
          ...((tables.length > 0 || era === 'B') && { tooljet_database: tables }),
          app: [{ definition: { appV2 } }],
          tooljet_version: toolJetVersions[era],
        };
  return { id, appName: plan.appName, versionName: plan.versionName, versionId, json, text: appText(json) };
}

/** An era C app whose file has at least as many bytes as the largest ones in the field: 1.6 MB. */
export function largeAppFixture(): AppFixture {
  return appFixture('C', { appName: 'Product inventory', components: 596, queries: 60, pages: 6 });
}
