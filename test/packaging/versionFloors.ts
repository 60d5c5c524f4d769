import { compare, numbers } from './nodeRange.js';

/**
 * First safe version of each release line, by package. A version is safe when it is at or above the floor of
 * its own line, or on a line above all of them. The advisory stands beside each.
 */
export const versionFloors: Readonly<Record<string, readonly string[]>> = {
  // GHSA-h3c3-jh3g-8hcc, CVE-2021-30483; refs outside the repository were accepted up to 1.41.8.
  'isomorphic-git': ['1.44.11'],
  // CVE-2026-33532
  yaml: ['2.8.3'],
  // CVE-2025-64718, CVE-2026-53550, CVE-2026-59870
  'js-yaml': ['3.15.1', '4.3.1', '5.5.0'],
  // GHSA-c8x8-7fp4-3x9w (paste)
  'prosemirror-view': ['1.42.3'],
  // GHSA-95jq-xph2-cx9h
  linkifyjs: ['4.3.2'],
  // CVE-2025-25285, -25288, -25289, -25290
  '@octokit/endpoint': ['10.1.3'],
  '@octokit/plugin-paginate-rest': ['9.2.2', '11.4.1'],
  '@octokit/request-error': ['5.1.1', '6.1.7'],
  '@octokit/request': ['8.4.1', '9.2.2'],
  // CVE-2023-48795 (Terrapin)
  ssh2: ['1.15.0'],
};

/** Whether `version` is below the floor of its line. */
export function isBelowFloor(version: string, floors: readonly string[]): boolean {
  const asked = numbers(version);
  const lines = floors.map(numbers);
  const own = lines.find(([major]) => major === asked[0]);
  if (own !== undefined) return compare(asked, own) < 0;
  return lines.some((floor) => compare(asked, floor) < 0);
}
